import type { ConversationFacts, MessageFacts } from '#chat/models/facts'
import { mailOf } from '#chat/models/message_mail'
import type Visitor from '#chat/models/visitor'
import { isoUtc } from '#chat/models/columns'
import { filesOf } from '#chat/services/attachments/sent_files'
import { lineInWords } from '#chat/services/conversations/system_lines'
import { isOfThisEnding } from '#chat/services/conversations/rating_state'
import { claimOf } from '#chat/services/visitors/contact_sources'
import { hasJoined } from '#chat/services/conversations/joining'
import type { QueuePosition } from '#chat/services/routing/queue_view'
import type {
  VisitorConversationJson,
  VisitorMessageJson,
  VisitorSelfJson,
} from '#chat/transformers/json/visitor_json'

/**
 * What a visitor may ever see: these keys and no others (allow-lists, not filters). Notes and
 * internal lines never come here: they are left out when messages are read and published. What another person has
 * written by email is not the visitor's own message.
 */
export function visitorMessage(message: MessageFacts): VisitorMessageJson {
  return {
    id: message.externalId,
    seq: message.seq,
    client_message_id: message.senderType === 'visitor' ? message.clientMessageId : null,
    sender_type: mailOf(message)?.isOther ? 'bot' : message.senderType,
    sender_name: message.senderName,
    type: message.type,
    content: lineInWords(message.metadata) ?? message.content,
    metadata: publicMetadata(message),
    created_at: isoUtc(message.createdAt),
    read_at: message.readAt && isoUtc(message.readAt),
  }
}

/**
 * Callers that do not know the position in the queue, or whether the agent who has joined is present, omit them: the
 * browser keeps what it has.
 */
export function visitorConversation(
  conversation: ConversationFacts,
  queued?: QueuePosition | null,
  isAgentOnline?: boolean
): VisitorConversationJson {
  const isRated = isOfThisEnding(conversation)
  return {
    id: conversation.externalId,
    number: conversation.displayNumber,
    status: conversation.status,
    agent_name: hasJoined(conversation) ? conversation.agentName : null,
    agent_online: isAgentOnline,
    agent_read_seq: conversation.agentReadSeq,
    visitor_read_seq: conversation.visitorReadSeq,
    previous_id: conversation.previousId,
    created_at: isoUtc(conversation.createdAt),
    rating: isRated ? conversation.rating : null,
    feedback: isRated ? conversation.feedback : null,
    ended_at: (conversation.closedAt ?? conversation.resolvedAt)?.toISO() ?? null,
    queue: conversation.queuedAt ? visitorPosition(queued) : null,
  }
}

const visitorPosition = (queued: QueuePosition | null | undefined) =>
  queued && { position: queued.position, wait_seconds: queued.waitSeconds }

/** The contact details that visitors have claimed, and whether an email address is known from any source. */
export function visitorSelf(visitor: Visitor): VisitorSelfJson {
  return {
    name: claimOf(visitor, 'name'),
    email: claimOf(visitor, 'email'),
    phone: claimOf(visitor, 'phone'),
    has_email: visitor.email !== null,
  }
}

/** Of a message's metadata, the event of a system line and the files of a message are public. */
function publicMetadata(message: MessageFacts) {
  if (message.type === 'event') return { event: message.metadata?.event ?? null }
  return message.type === 'file' ? { attachments: filesOf(message) } : null
}
