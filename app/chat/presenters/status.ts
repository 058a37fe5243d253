import type Conversation from '#chat/models/conversation'
import { labelOf } from '#chat/support/status_labels'
import type { ConversationStatus } from '#chat/services/conversations/status_rules'
import { text } from '#chat/texts/text'

export type ShownStatus = ConversationStatus | 'archived' | 'snoozed'

/** What a conversation is, by its marks first; `label` also says what is about to be done with it. */
export function presentStatus(conversation: Conversation) {
  const { pendingAction } = conversation
  const status = shownStatus(conversation)
  return {
    status,
    statusLabel: pendingAction ? text(`inbox.actions.pending.${pendingAction}`) : labelOf(status),
    pendingAction: pendingAction ?? null,
  }
}

function shownStatus({ archivedAt, snoozedUntil, status }: Conversation): ShownStatus {
  if (archivedAt) return 'archived'
  return snoozedUntil ? 'snoozed' : status
}
