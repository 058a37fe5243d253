import { type DateTime } from 'luxon'
import type Conversation from '#chat/models/conversation'
import { isOpen } from '#chat/services/conversation_status'
import type { ViewerClock } from '#chat/presenters/viewer_clock'

const MORNING = { hour: 9, minute: 0, second: 0, millisecond: 0 }
const MONDAY = 1

/** Times that are chosen most, as forms name them; each is counted from the viewer's own now. */
const PRESETS: Record<string, { label: string; at(now: DateTime): DateTime }> = {
  hour: { label: 'In 1 hour', at: (now) => now.plus({ hours: 1 }) },
  hours: { label: 'In 3 hours', at: (now) => now.plus({ hours: 3 }) },
  tomorrow: { label: 'Tomorrow, 09:00', at: (now) => now.plus({ days: 1 }).set(MORNING) },
  monday: { label: 'Next Monday, 09:00', at: nextMonday },
}

/** What snoozing offers; null where it makes no sense. */
export function presentSnooze(conversation: Conversation, clock: ViewerClock) {
  if (!isOpen(conversation.status) || conversation.archivedAt) return null
  const presets = Object.entries(PRESETS).map(([value, { label }]) => ({ value, label }))
  return { presets, zone: clock.zoneName, until: untilOf(conversation, clock) }
}

const untilOf = ({ snoozedUntil }: Conversation, clock: ViewerClock) =>
  snoozedUntil ? { iso: clock.iso(snoozedUntil), text: clock.full(snoozedUntil) } : null

/** A preset, or a time on the viewer's clock, as a moment; what makes no sense is no valid one. */
export function snoozeMoment(asked: string, clock: ViewerClock): DateTime {
  const preset = Object.hasOwn(PRESETS, asked) ? PRESETS[asked] : null
  return preset ? preset.at(clock.localNow()) : clock.parse(asked)
}

function nextMonday(now: DateTime) {
  const days = (MONDAY - now.weekday + 7) % 7 || 7
  return now.plus({ days }).set(MORNING)
}
