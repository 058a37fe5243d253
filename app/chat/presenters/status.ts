import type { ConversationFacts } from '#chat/models/facts'
import { labelOf } from '#chat/support/status_labels'
import type { ConversationStatus } from '#chat/services/conversations/status_rules'
import { text } from '#chat/texts/text'

export type ShownStatus = ConversationStatus | 'archived' | 'snoozed'

type Marked = Pick<ConversationFacts, 'status' | 'archivedAt' | 'snoozedUntil' | 'pendingAction'>

/** What a conversation is, by its marks first; `label` also says what is about to be done with it. */
export function presentStatus(conversation: Marked) {
  const { pendingAction } = conversation
  const status = shownStatus(conversation)
  return {
    status,
    statusLabel: pendingAction ? text(`inbox.actions.pending.${pendingAction}`) : labelOf(status),
    pendingAction: pendingAction ?? null,
  }
}

function shownStatus({ archivedAt, snoozedUntil, status }: Marked): ShownStatus {
  if (archivedAt) return 'archived'
  return snoozedUntil ? 'snoozed' : status
}
