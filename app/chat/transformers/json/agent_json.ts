import type { PRIORITIES } from '#chat/support/sort_keys'
import type { AttachmentJson } from '#chat/transformers/json/attachment_json'
import type { ConversationStatus, Folder } from '#chat/services/conversations/status_rules'

/** Who wrote a message. */
export type Sender = 'visitor' | 'agent' | 'bot' | 'system'

/** A conversation as every subscriber of an agent's events reads it. */
export interface EventConversationJson {
  id: number
  uuid: string
  number: string
  status: ConversationStatus
  folder: Folder
  agent_id: number | null
  agent_name: string | null
  last_seq: number
  agent_unread_count: number
  visitor_read_seq: number
}

/** What a row of the inbox shows of a conversation beside its agent. */
export interface ListedConversationJson {
  priority: (typeof PRIORITIES)[number]
  rating: number | null
  last_message: string | null
  last_message_at: string
  last_message_sender_type: Sender | null
  last_message_sender_id: number | null
  waiting_since: string | null
  agent_read_seq: number
  pending_action: 'resolve' | 'close' | 'archive' | null
  message_count: number
}

/** A conversation in a frame of an agent's stream. */
export type FrameConversationJson = EventConversationJson & ListedConversationJson

/** A message as every subscriber of an agent's events reads it. */
export interface EventMessageJson {
  id: number
  uuid: string
  content: string
  sender_type: Sender
  sender_id: number | null
  sender_name: string
  type: 'text' | 'event' | 'file' | 'note'
  visibility: 'public' | 'internal'
  attachments: AttachmentJson[]
  /** Whether the visitor's website had verified the sender. */
  is_verified: boolean
  seq: number
  created_at: string
}

/** A message in a frame of an agent's stream. */
export type FrameMessageJson = EventMessageJson & {
  client_message_id: string | null
  /** What a line of the system is about; null for all that people write. */
  event: string | null
  /** Whether it is shown with more than its text, such as an email's quote: then the server draws it. */
  has_marks: boolean
}

/** An agent's own status: the chosen one, and the one in effect while idle or full. */
export interface OwnStatusJson {
  id: number
  uuid: string
  status: 'online' | 'away' | 'busy' | 'offline'
  effective_status: OwnStatusJson['status']
  is_idle: boolean
  is_serving: boolean
}

/** What happened to a conversation, as every subscriber of an agent's events reads it. */
export interface AgentEventJson {
  conversation_id: number
  message: EventMessageJson | null
  agent_name: string | null
  visitor_id: number
  widget_id: number
  handler_type: string
  conversation: EventConversationJson
  _tenant_id: string
  _timestamp: string
}

/** The same in a frame of an agent's stream. */
export interface AgentFrameJson extends AgentEventJson {
  message: FrameMessageJson | null
  conversation: FrameConversationJson
}

/** A conversation that was assigned to an agent, in a frame of that agent's stream. */
export interface AssignedFrameJson extends AgentEventJson {
  visitor_name: string
  last_message: string | null
  /** The note of a transfer. */
  note: string | null
  /** The agent who assigned it; null for the queue. */
  by_agent_id: number | null
  by_agent_name: string | null
}

/** A conversation whose snooze is over, in a frame of its agent's stream. */
export interface WokenFrameJson extends AgentEventJson {
  visitor_name: string
  last_message: string | null
}
