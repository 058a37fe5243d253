import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type { MessageVisibility } from '#chat/models/message'
import { appendMessage } from '#chat/services/conversations/message_log'

export type Announcement =
  | 'joined'
  | 'assigned'
  | 'unassigned'
  | 'transferred'
  | 'resolved'
  | 'closed'
  | 'auto_closed'
  | 'reopened'
  | 'kept'
  | 'snoozed'
  | 'woken'
  | 'archived'
  | 'unarchived'
  | 'promoted'
  | 'converted'
  | 'ticket_created'
  | 'contact'
  | 'rated'
  | 'priority'
  | 'subject'
  | 'labelled'
  | 'unlabelled'
  | 'mailed'
  | 'bounced'

/** System lines that the visitor sees; all others are for agents. */
const PUBLIC: ReadonlySet<Announcement> = new Set(['joined', 'resolved', 'closed', 'reopened'])

/** Adds a system line to a locked conversation's thread: the record of who did what (A5). */
export function addSystemLine(
  conversation: Conversation,
  event: Announcement,
  content: string,
  trx: TransactionClientContract,
  details: Record<string, unknown> = {}
): Promise<Message> {
  const visibility: MessageVisibility = PUBLIC.has(event) ? 'public' : 'internal'
  return appendMessage(
    conversation,
    {
      senderType: 'system',
      senderId: null,
      senderName: 'System',
      type: 'event',
      visibility,
      content,
      metadata: { event, ...details },
    },
    trx
  )
}
