import { type DateTime } from 'luxon'
import type Conversation from '#chat/models/conversation'
import type Widget from '#chat/models/widget'
import { isWithinBusinessHours } from '#chat/services/widgets/business_hours'

/**
 * When a conversation whose visitor waits since `from` counts as missed (N4): after the widget's limit within its
 * business hours, immediately outside of them; null never.
 */
export function missedAt(
  { missedAfterMinutes: minutes, businessHours }: Widget,
  from: DateTime
): DateTime | null {
  if (minutes === null) return null
  return isWithinBusinessHours(businessHours, from) ? from.plus({ minutes }) : from
}

/** Whether the visitor of a conversation in the open lists still waits for an answer. */
export const isUnanswered = ({ folder, waitingSince }: Conversation) =>
  folder === 'open' && waitingSince !== null
