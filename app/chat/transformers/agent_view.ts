import type Agent from '#chat/models/agent'
import type { AgentStatus } from '#chat/models/agent'
import type { ConversationFacts, MessageFacts } from '#chat/models/facts'
import { hasMarks } from '#chat/models/message_marks'
import { isoUtc } from '#chat/models/columns'
import { eventConversationShape, eventShape } from '#chat/transformers/api/event'
import type {
  AgentEventJson,
  AgentFrameJson,
  EventConversationJson,
  ListedConversationJson,
  OwnStatusJson,
} from '#chat/transformers/json/agent_json'

/** A conversation in agents' events: enough to find its row and thread. */
export const agentConversation = (conversation: ConversationFacts): EventConversationJson =>
  eventConversationShape.of(conversation)

/** The payload of `chat.message.sent` and `chat.conversation.updated` (Z3), the same for all subscribers. */
export const agentEvent = (
  conversation: ConversationFacts,
  message: MessageFacts | null
): AgentEventJson => eventShape.of({ conversation, message })

/** A frame of the agents' streams, with everything that a browser needs to draw the row and the message. */
export function agentFrame(
  conversation: ConversationFacts,
  message: MessageFacts | null
): AgentFrameJson {
  const event = agentEvent(conversation, message)
  return {
    ...event,
    message: event.message && {
      ...event.message,
      client_message_id: clientIdOf(message!),
      event: eventOf(message!),
      has_marks: hasMarks(message!),
    },
    conversation: { ...event.conversation, ...listedConversation(conversation) },
  }
}

/** What a row of the inbox shows of a conversation beside who it is with. */
export function listedConversation(conversation: ConversationFacts): ListedConversationJson {
  return {
    priority: conversation.priority,
    rating: conversation.rating,
    last_message: conversation.lastMessage,
    last_message_at: isoUtc(conversation.lastMessageAt),
    last_message_sender_type: conversation.lastMessageSenderType,
    last_message_sender_id: conversation.lastMessageSenderId,
    waiting_since: conversation.waitingSince && isoUtc(conversation.waitingSince),
    agent_read_seq: conversation.agentReadSeq,
    pending_action: conversation.pendingAction ?? null,
    message_count: conversation.messageCount,
  }
}

/** An agent's browser recognises its own message by it; a visitor's is the visitor's affair. */
const clientIdOf = ({ senderType, clientMessageId }: MessageFacts) =>
  senderType === 'agent' ? clientMessageId : null

/** What a line of the system says, as a program reads it. */
const eventOf = ({ metadata }: MessageFacts) =>
  typeof metadata?.event === 'string' ? metadata.event : null

/** An agent's own presence: the status that they have chosen, and the one that applies. */
export function ownStatus(agent: Agent, effectiveStatus: AgentStatus): OwnStatusJson {
  return {
    id: agent.id,
    uuid: agent.externalId,
    status: agent.status,
    effective_status: effectiveStatus,
    is_idle: agent.isIdle,
    is_serving: agent.isServing,
  }
}
