import { catalogue } from '../../../../../app/chat/texts/catalogue.js'
import { TIME } from '../../../../../app/chat/texts/shapes.js'
import { WEEKDAYS } from '../../../../../app/chat/models/widget_values.js'
import type { Hours } from '../form_values.js'

const DAY = 24 * 60
const WEEK = 7 * DAY

interface Span {
  start: number
  end: number
}

/** Whether these hours are open at `now`, and if not, at which minute of the week they open next. */
export function openingAt(hours: Hours, now: Date): { isOpen: boolean; next: number | null } {
  const spans = spansOf(hours)
  const minute = minuteOfWeek(hours.timezone, now)
  const isOpen = spans.some(({ start, end }) =>
    [minute, minute + WEEK].some((at) => start <= at && at < end)
  )
  const waits = spans.map(({ start }) => (start - minute + WEEK) % WEEK)
  return { isOpen, next: waits.length ? (minute + Math.min(...waits)) % WEEK : null }
}

const A_MONDAY = Date.UTC(2024, 0, 1)

/** A minute of the week as people say it: `Monday 09:00`. */
export const minuteInWords = (minute: number) =>
  new Intl.DateTimeFormat(catalogue().locale, { weekday: 'long', ...TIME, timeZone: 'UTC' }).format(
    A_MONDAY + minute * 60_000
  )

/** Openings as spans of the week; an end that is not after its start is on the next day. */
function spansOf({ days }: Hours): Span[] {
  return days.flatMap(({ enabled, start, end }, index) => {
    const [from, to] = [minuteOfDay(start), minuteOfDay(end)]
    if (!enabled || from === null || to === null) return []
    const offset = index * DAY
    return [{ start: offset + from, end: offset + to + (to > from ? 0 : DAY) }]
  })
}

function minuteOfDay(time: string) {
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(time) ?? []
  return hour ? Number(hour) * 60 + Number(minute) : null
}

function minuteOfWeek(timeZone: string, now: Date) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = Object.fromEntries(format.formatToParts(now).map((part) => [part.type, part.value]))
  const day = WEEKDAYS.findIndex((weekday) => weekday === parts.weekday.toLowerCase())
  return day * DAY + Number(parts.hour) * 60 + Number(parts.minute)
}
