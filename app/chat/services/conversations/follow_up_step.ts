import { type DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import type Widget from '#chat/models/widget'

/** What becomes of a conversation whose visitor does not answer, and when. */
export interface FollowUpStep {
  action: 'follow_up' | 'resolve'
  dueAt: DateTime
}

/** The hours after which a widget does something about a silent visitor; null when it does nothing. */
export const firstHours = ({ followUpAfterHours, resolveAfterHours }: Widget) =>
  followUpAfterHours ?? resolveAfterHours

/** Whether a message is a follow-up (N5). */
export const isFollowUp = ({ metadata }: Pick<Message, 'metadata'>) => metadata?.follow_up === true

/** The next step of a conversation; null while it is the team's turn, or nothing is planned. */
export async function nextStep(
  conversation: Conversation,
  widget: Widget,
  client?: TransactionClientContract
): Promise<FollowUpStep | null> {
  if (!isAwaitingVisitor(conversation) || firstHours(widget) === null) return null
  const last = await Message.query({ client })
    .where({ conversation_id: conversation.id, visibility: 'public' })
    .whereIn('type', ['text', 'file'])
    .orderBy('seq', 'desc')
    .first()
  return last && stepAfter(last, widget)
}

function stepAfter(last: Message, widget: Widget): FollowUpStep | null {
  const { followUpAfterHours, resolveAfterHours } = widget
  if (followUpAfterHours !== null && !isFollowUp(last)) {
    return { action: 'follow_up', dueAt: last.createdAt.plus({ hours: followUpAfterHours }) }
  }
  if (resolveAfterHours === null) return null
  return { action: 'resolve', dueAt: last.createdAt.plus({ hours: resolveAfterHours }) }
}

const isAwaitingVisitor = ({ folder, status, pendingAction, isFollowedUp }: Conversation) =>
  folder === 'open' && status === 'waiting' && !pendingAction && isFollowedUp
