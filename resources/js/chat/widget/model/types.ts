import type {
  SessionJson,
  VerifiedJson,
  StartedJson,
  VisitorConversationJson,
  VisitorMessageJson,
  VisitorSelfJson,
  VisitorThreadJson,
} from '../../../../../app/chat/transformers/json/visitor_json.js'
import type { SupportSessionJson } from '../../../../../app/chat/transformers/json/support_json.js'
import type { AttachmentJson } from '../../../../../app/chat/transformers/json/attachment_json.js'
import type { Changed } from '../../shared/live_connection.js'
import type { OutboxEntry } from '../../shared/net/outbox_storage.js'
import type { Reported } from './availability.js'

export type Message = VisitorMessageJson
export type FileOfMessage = AttachmentJson
export type Conversation = VisitorConversationJson
export type Visitor = VisitorSelfJson
export type SessionResponse = SessionJson
export type Verified = VerifiedJson
export type PageSession = SupportSessionJson
export type MessagesResponse = VisitorThreadJson
export type Started = StartedJson

/** A frame of the stream; the event decides which fields it has. */
export interface VisitorFrame extends Reported {
  event: string
  conversation_id?: string
  conversation: Conversation
  message: Message
  unread?: number
  typing: boolean
  sender_name: string
  by: 'agent' | 'visitor'
  seq: number
  changed: Changed | null
}

/** A page of the website. */
export interface Page {
  url: string
  title: string
  referrer?: string
}

export interface Identity {
  name?: string
  email?: string
  phone?: string
  /** Signed by the website's server; what it says counts, and the rest of the identity does not. */
  jwt?: string
}

/** A message that the server has not confirmed yet. */
export interface PendingMessage extends OutboxEntry {
  content: string
  files?: FileOfMessage[]
}
