import type { ConversationStatus } from '#chat/services/conversations/status_rules'
import type { AttachmentJson } from '#chat/transformers/json/attachment_json'
import type { Sender } from '#chat/transformers/json/agent_json'

/** A message as the visitor may see it. */
export interface VisitorMessageJson {
  id: string
  seq: number
  client_message_id: string | null
  sender_type: Sender
  sender_name: string | null
  type: string
  content: string
  /** Of a system line its event; of a message with files these. */
  metadata: { event?: unknown; attachments?: AttachmentJson[] } | null
  created_at: string
  read_at: string | null
}

/** The visitor as they have described themselves. */
export interface VisitorSelfJson {
  name: string | null
  email: string | null
  phone: string | null
  /** An email reaches them, though the address may not be from them. */
  has_email: boolean
}

/** A conversation as its visitor may see it. */
export interface VisitorConversationJson {
  id: string
  number: string
  status: ConversationStatus
  /** The agent who has joined. */
  agent_name: string | null
  /** Whether that agent is online; left out where nothing new is known. */
  agent_online?: boolean
  agent_read_seq: number
  visitor_read_seq: number
  previous_id: string | null
  created_at: string
  /** Null unless the rating is of the present ending. */
  rating: number | null
  feedback: string | null
  ended_at: string | null
  /** The position in the queue while the conversation is unassigned; left out where nothing new is known. */
  queue?: { position: number; wait_seconds: number | null } | null
}

/** Whether the team is available, and outside business hours when it is back. */
export interface AvailabilityJson {
  online: boolean
  next_open_at: string | null
  /** When the present business hours end. */
  closes_at: string | null
}

/** A visitor and their latest conversation: the response to each page load. */
export interface SessionJson extends AvailabilityJson {
  /** Only for a new visitor. */
  visitor_token?: string
  /** Ends the token; valid for nothing else. */
  end_key: string
  visitor: VisitorSelfJson
  conversation: VisitorConversationJson | null
  messages: VisitorMessageJson[]
  has_more: boolean
  unread: number
}

/** A verified visitor. */
export interface VerifiedJson {
  /** Left out when the token that was sent stays valid. */
  visitor_token?: string
  end_key: string
  /** Identifies the visitor; grants no access. */
  visitor_id: string
  visitor: VisitorSelfJson
  /** Until then, messages count as verified. */
  verified_until: string
}

/** A page of a visitor's thread. */
export interface VisitorThreadJson extends AvailabilityJson {
  messages: VisitorMessageJson[]
  has_more: boolean
  conversation: VisitorConversationJson
  unread: number
}

/** The conversation that a first message belongs to. */
export interface StartedJson {
  conversation: VisitorConversationJson
  messages: VisitorMessageJson[]
  has_more: boolean
}

/** A stored rating. */
export interface RatingJson {
  rating: number
  feedback: string | null
}
