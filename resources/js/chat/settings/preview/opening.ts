import { WEEKDAYS, type Hours } from '../form_values.js'

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

/** A minute of the week as people say it: `Monday 09:00`. */
export function sayMinute(minute: number) {
  const day = WEEKDAYS[Math.floor(minute / DAY)]
  const [hour, rest] = [Math.floor((minute % DAY) / 60), minute % 60]
  const time = [hour, rest].map((part) => String(part).padStart(2, '0')).join(':')
  return `${day[0].toUpperCase()}${day.slice(1)} ${time}`
}

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
