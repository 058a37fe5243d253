import { catalogue } from '../../../../../app/chat/texts/catalogue.js'
import { DATE, TIME } from '../../../../../app/chat/texts/shapes.js'
import { reportedTimeZone } from '../../agent/time_zone.js'

/**
 * Formats times as the server formats them for this browser: in the page's time zone, else in the one that the browser
 * has reported, else in UTC.
 */
export class ViewerClock {
  #formats = new Map<string, Intl.DateTimeFormat>()

  constructor(private page: HTMLElement) {}

  /** `14:05` */
  time(iso: string) {
    return this.#write(iso, TIME)
  }

  /** A key by which days compare and sort. */
  dayKey(iso: string) {
    const { year, month, day } = this.#parts(iso)
    return `${year}-${month}-${day}`
  }

  /** `21 Nov 2026, 14:05` */
  full(iso: string) {
    return this.#write(iso, { ...DATE, ...TIME })
  }

  isToday(iso: string) {
    return this.dayKey(iso) === this.dayKey(new Date().toISOString())
  }

  #parts(iso: string) {
    const parts = this.#format('en', DIGITS).formatToParts(new Date(iso))
    return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
  }

  #write(iso: string, shape: Intl.DateTimeFormatOptions) {
    return this.#format(catalogue().locale, shape).format(new Date(iso))
  }

  /** Formats cost more to make than to use: one of each is kept. */
  #format(language: string, shape: Intl.DateTimeFormatOptions) {
    const timeZone = this.page.dataset.timeZone || reportedTimeZone() || 'UTC'
    const key = `${timeZone} ${language} ${Object.keys(shape)}`
    const known = this.#formats.get(key)
    if (known) return known
    const format = new Intl.DateTimeFormat(language, { timeZone, ...shape })
    this.#formats.set(key, format)
    return format
  }
}

const DIGITS = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
