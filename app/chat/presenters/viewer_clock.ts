import { DateTime, IANAZone } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'
import { isoUtc } from '#chat/models/columns'
import { waitInWords } from '#chat/support/waiting_words'
import { DATE, DAY, inWords, TIME } from '#chat/texts/formats'
import { text } from '#chat/texts/text'

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
  static of({ chatAuth, request }: HttpContext) {
    const zone: unknown =
      chatAuth.timeZone ?? request.plainCookie(TIME_ZONE_COOKIE, { encoded: false })
    return new ViewerClock(typeof zone === 'string' && IANAZone.isValidZone(zone) ? zone : 'utc')
  }

  /** The day that it is on the viewer's clock. */
  #today?: number

  get zoneName() {
    return this.zone === 'utc' ? 'UTC' : this.zone.replaceAll('_', ' ')
  }

  /** Now, on the viewer's clock. */
  localNow() {
    return this.#local(this.now)
  }

  /** Reads a local time (`2026-11-30T09:00`), or one with an offset of its own. */
  parse(local: string) {
    return DateTime.fromISO(local, { zone: this.zone })
  }

  iso(moment: DateTime) {
    return isoUtc(moment)
  }

  /** `14:05` */
  time(moment: DateTime) {
    return this.#write(moment, TIME)
  }

  /** As short as a list wants it: the time today, the weekday this week, else the date. */
  short(moment: DateTime) {
    const days = this.#daysAgo(moment)
    if (days <= 0) return this.time(moment)
    if (days < 7) return this.#write(moment, { weekday: 'short' })
    return this.#write(moment, this.#isThisYear(moment) ? DAY : { ...DAY, year: '2-digit' })
  }

  /** `Today`, `Yesterday`, or the date with its weekday. */
  day(moment: DateTime) {
    const days = this.#daysAgo(moment)
    if (days <= 1) {
      return text(days === 1 ? 'inbox.conversation.yesterday' : 'inbox.conversation.today')
    }
    return this.#write(
      moment,
      this.#isThisYear(moment)
        ? { weekday: 'long', day: 'numeric', month: 'long' }
        : { dateStyle: 'long' }
    )
  }

  /** `21 Nov 2026` */
  date(moment: DateTime) {
    return this.#write(moment, DATE)
  }

  /** A key by which days compare and sort. */
  dayKey(moment: DateTime) {
    return this.#local(moment).toISODate()!
  }

  /** `21 Nov 2026, 14:05` */
  full(moment: DateTime) {
    return this.#write(moment, { ...DATE, ...TIME })
  }

  /** How long ago a moment was. */
  since(moment: DateTime) {
    return waitInWords(this.secondsSince(moment))
  }

  secondsSince(moment: DateTime) {
    return this.now.diff(moment, 'seconds').seconds
  }

  #local(moment: DateTime) {
    return moment.setZone(this.zone)
  }

  #write(moment: DateTime, shape: Intl.DateTimeFormatOptions) {
    return inWords(this.#local(moment), shape)
  }

  #isThisYear(moment: DateTime) {
    return this.#local(moment).year === this.#local(this.now).year
  }

  #daysAgo(moment: DateTime) {
    this.#today ??= dayOf(this.#local(this.now))
    return this.#today - dayOf(this.#local(moment))
  }
}

/** Numbers the days of the calendar: those that follow each other differ by one, however long they are. */
const dayOf = ({ year, month, day }: DateTime) => Date.UTC(year, month - 1, day) / 86_400_000
