import { toldTimeZone } from '../../agent/time_zone.js'

/**
 * Says moments as the server says them to this browser: in the zone that the page names, else in that which
 * the browser has told, or in UTC.
 */
export class ViewerClock {
  #zone?: string
  #format!: Intl.DateTimeFormat

  constructor(private page: HTMLElement) {}

  /** `14:05` */
  time(iso: string) {
    const { hour, minute } = this.#parts(iso)
    return `${hour}:${minute}`
  }

  /** Tells days apart and sorts them. */
  dayKey(iso: string) {
    const { year, month, day } = this.#parts(iso)
    return `${year}-${month}-${day}`
  }

  /** `21 Nov 2026, 14:05` */
  full(iso: string) {
    const { year, month, day } = this.#parts(iso)
    return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}, ${this.time(iso)}`
  }

  isToday(iso: string) {
    return this.dayKey(iso) === this.dayKey(new Date().toISOString())
  }

  #parts(iso: string) {
    const zone = this.page.dataset.timeZone || toldTimeZone() || 'UTC'
    if (zone !== this.#zone) this.#format = formatIn((this.#zone = zone))
    const parts = this.#format.formatToParts(new Date(iso))
    return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
  }
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

const formatIn = (timeZone: string) =>
  new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
