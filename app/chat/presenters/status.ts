import type Conversation from '#chat/models/conversation'
import type { UndoableAction } from '#chat/services/later/pending_action'
import { STATUS_LABELS } from '#chat/support/status_labels'
import type { ConversationStatus } from '#chat/services/conversation_status'

export type ShownStatus = ConversationStatus | 'archived' | 'snoozed'

const PENDING_LABELS: Record<UndoableAction, string> = {
  resolve: 'Resolving…',
  close: 'Closing…',
  archive: 'Archiving…',
}

/** What a conversation is, by its marks first; `label` also says what is about to be done with it. */
export function presentStatus(conversation: Conversation) {
  const { pendingAction } = conversation
  const status = shownStatus(conversation)
  return {
    status,
    statusLabel: pendingAction ? PENDING_LABELS[pendingAction] : STATUS_LABELS[status],
    pendingAction: pendingAction ?? null,
  }
}

function shownStatus({ archivedAt, snoozedUntil, status }: Conversation): ShownStatus {
  if (archivedAt) return 'archived'
  return snoozedUntil ? 'snoozed' : status
}
