import { type DateTime } from 'luxon'
import type Conversation from '#chat/models/conversation'
import { isOpen } from '#chat/services/conversations/status_rules'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { text } from '#chat/texts/text'

const MORNING = { hour: 9, minute: 0, second: 0, millisecond: 0 }
const MONDAY = 1

/** Times that are chosen most, as forms name them; each is counted from the viewer's own now. */
const PRESETS = {
  hour: (now: DateTime) => now.plus({ hours: 1 }),
  hours: (now: DateTime) => now.plus({ hours: 3 }),
  tomorrow: (now: DateTime) => now.plus({ days: 1 }).set(MORNING),
  monday: nextMonday,
}

type Preset = keyof typeof PRESETS

/** What snoozing offers; null where it makes no sense. */
export function presentSnooze(conversation: Conversation, clock: ViewerClock) {
  if (!isOpen(conversation.status) || conversation.archivedAt) return null
  const presets = (Object.keys(PRESETS) as Preset[]).map((value) => ({
    value,
    label: text(`inbox.actions.snooze.${value}`),
  }))
  return { presets, zone: clock.zoneName, until: untilOf(conversation, clock) }
}

const untilOf = ({ snoozedUntil }: Conversation, clock: ViewerClock) =>
  snoozedUntil ? { iso: clock.iso(snoozedUntil), text: clock.full(snoozedUntil) } : null

/** A preset, or a time on the viewer's clock, as a moment; what makes no sense is no valid one. */
export function snoozeMoment(asked: string, clock: ViewerClock): DateTime {
  const preset = Object.hasOwn(PRESETS, asked) ? PRESETS[asked as Preset] : null
  return preset ? preset(clock.localNow()) : clock.parse(asked)
}

function nextMonday(now: DateTime) {
  const days = (MONDAY - now.weekday + 7) % 7 || 7
  return now.plus({ days }).set(MORNING)
}
