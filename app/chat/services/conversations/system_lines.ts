import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type { MessageVisibility } from '#chat/models/message'
import { appendMessage } from '#chat/services/conversations/message_log'
import { houseText, text } from '#chat/texts/text'

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
  | 'merged'
  | 'rated'
  | 'priority'
  | 'subject'
  | 'labelled'
  | 'unlabelled'
  | 'mailed'
  | 'bounced'
  | 'missed'
  | 'follow_up'
  | 'mail_not_sent'

/** System lines that the visitor sees; all others are for agents. */
const PUBLIC: ReadonlySet<Announcement> = new Set([
  'joined',
  'resolved',
  'closed',
  'reopened',
  'missed',
])

/** A line that visitors read, too: each in their own language. */
export interface PublicLine {
  key:
    'joined' | 'resolved' | 'closed' | 'reopened' | 'reopened_by' | 'missed' | 'resolved_unanswered'
  agent: string
}

/**
 * Adds a system line to a locked conversation's thread: the record of who did what (A5). It is stored in the language of the
 * installation, and a public one also as what it is made from.
 */
export function addSystemLine(
  conversation: Conversation,
  event: Announcement,
  content: string | PublicLine,
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
      content: isPublicLine(content) ? inHouse(content) : content,
      metadata: { event, ...(isPublicLine(content) && { line: content }), ...details },
    },
    trx
  )
}

const isPublicLine = (content: string | PublicLine): content is PublicLine =>
  typeof content === 'object' && content !== null && 'key' in content

const inHouse = ({ key, agent }: PublicLine) => houseText(`system_lines.${key}`, { agent })

/** A system line in the reader's language; null for one that was stored in its wording only. */
export function lineInWords(metadata: Message['metadata']): string | null {
  const line = metadata?.line as PublicLine | undefined
  return line ? text(`system_lines.${line.key}`, { agent: line.agent }) : null
}
