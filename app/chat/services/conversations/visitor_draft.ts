import type Conversation from '#chat/models/conversation'
import type { MessageFacts } from '#chat/models/facts'
import type { MessageMail } from '#chat/models/message_mail'
import type ProactiveRule from '#chat/models/proactive_rule'
import type { PageVisit } from '#chat/services/visitors/page_trail'
import type { VisitorClaims } from '#chat/services/visitors/visitor_registry'

/** A visitor's message to post. The same `clientMessageId` (UUID) is stored once only. */
export interface VisitorDraft {
  /** May be empty beside files. */
  content: string
  clientMessageId: string
  /** The email that it came by. */
  mail?: MessageMail
  /** The ids of uploaded files that are sent with it. */
  attachments?: readonly string[]
}

/** A visitor's posted message, with its conversation after it. */
export interface VisitorPost {
  conversation: Conversation
  message: MessageFacts
  /** False when the message was stored before; the rest of the result is that of the first time (C13). */
  isNew: boolean
}

/** Details that accompany a first message. */
export interface FirstMessageDetails {
  claims?: VisitorClaims
  page?: PageVisit | null
  /** The external id of the proactive message that the visitor answers. */
  answers?: string | null
}

/** The same, looked up. */
export interface StartDetails extends Omit<FirstMessageDetails, 'answers'> {
  addressKey: string | null
  invitation: ProactiveRule | null
}
