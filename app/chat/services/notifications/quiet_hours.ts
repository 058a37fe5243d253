import type { DateTime } from 'luxon'

/** Every day's quiet hours, on the clock of a time zone; they may go past midnight. */
export interface QuietHours {
  isQuiet: boolean
  /** `22:00` */
  quietFrom: string
  quietUntil: string
  timeZone: string
}

/** The quiet hours that a moment lies in, else the next ones; null without any. Equal times last a whole day. */
export function quietSpan(hours: QuietHours, now: DateTime) {
  if (!hours.isQuiet) return null
  const local = now.setZone(hours.timeZone)
  const spans = [-1, 0, 1].map((days) => {
    const day = local.plus({ days })
    const from = at(day, hours.quietFrom)
    const until = at(day, hours.quietUntil)
    return { from, until: until > from ? until : at(day.plus({ days: 1 }), hours.quietUntil) }
  })
  return spans.find(({ until }) => now < until) ?? null
}

/** Whether a moment lies in the quiet hours. */
export function isQuietAt(hours: QuietHours, now: DateTime) {
  const span = quietSpan(hours, now)
  return span !== null && span.from <= now
}

function at(day: DateTime, time: string) {
  const [hour, minute] = time.split(':').map(Number)
  return day.set({ hour, minute, second: 0, millisecond: 0 })
}
