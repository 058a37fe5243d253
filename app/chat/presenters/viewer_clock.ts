import { DateTime, IANAZone } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'
import { waitInWords } from '#chat/support/waiting_words'

/** Set by the agents' script to the browser's time zone. */
export const TIME_ZONE_COOKIE = 'chat_tz'

/** Says moments the way the agent who looks at them reads a clock: in their time zone. */
export class ViewerClock {
  constructor(
    /** By its IANA name. */
    readonly zone: string,
    protected now = DateTime.utc()
  ) {}

  /** In the host's zone for this user, else the browser's, or in UTC for a browser that has not named one yet. */
  static of({ chatDesk, request }: HttpContext) {
    const zone: unknown =
      chatDesk.timeZone ?? request.plainCookie(TIME_ZONE_COOKIE, { encoded: false })
    return new ViewerClock(typeof zone === 'string' && IANAZone.isValidZone(zone) ? zone : 'utc')
  }

  get zoneName() {
    return this.zone === 'utc' ? 'UTC' : this.zone.replaceAll('_', ' ')
  }

  /** Now, on the viewer's clock. */
  localNow() {
    return this.#local(this.now)
  }

  /** Reads a local time (`2026-11-30T09:00`), or one with an offset of its own. */
  parse(text: string) {
    return DateTime.fromISO(text, { zone: this.zone })
  }

  iso(moment: DateTime) {
    return moment.toUTC().toISO()!
  }

  /** `14:05` */
  time(moment: DateTime) {
    return this.#local(moment).toFormat('HH:mm')
  }

  /** As short as a list wants it: the time today, the weekday this week, else the date. */
  short(moment: DateTime) {
    const days = this.#daysAgo(moment)
    if (days <= 0) return this.time(moment)
    if (days < 7) return this.#local(moment).toFormat('ccc')
    return this.#local(moment).toFormat(this.#isThisYear(moment) ? 'd LLL' : 'd LLL yy')
  }

  /** `Today`, `Yesterday`, or the date with its weekday. */
  day(moment: DateTime) {
    const days = this.#daysAgo(moment)
    if (days <= 1) return days === 1 ? 'Yesterday' : 'Today'
    return this.#local(moment).toFormat(this.#isThisYear(moment) ? 'cccc, d LLLL' : 'd LLLL yyyy')
  }

  /** `21 Nov 2026` */
  date(moment: DateTime) {
    return this.#local(moment).toFormat('d LLL yyyy')
  }

  /** Tells days apart and sorts them. */
  dayKey(moment: DateTime) {
    return this.#local(moment).toISODate()!
  }

  /** `21 Nov 2026, 14:05` */
  full(moment: DateTime) {
    return this.#local(moment).toFormat('d LLL yyyy, HH:mm')
  }

  /** How long ago a moment was. */
  since(moment: DateTime) {
    return waitInWords(this.secondsSince(moment))
  }

  secondsSince(moment: DateTime) {
    return this.now.diff(moment, 'seconds').seconds
  }

  #local(moment: DateTime) {
    return moment.setZone(this.zone).setLocale('en')
  }

  #isThisYear(moment: DateTime) {
    return this.#local(moment).year === this.#local(this.now).year
  }

  #daysAgo(moment: DateTime) {
    const today = this.#local(this.now).startOf('day')
    return Math.round(today.diff(this.#local(moment).startOf('day'), 'days').days)
  }
}
