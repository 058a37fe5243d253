import type Conversation from '#chat/models/conversation'
import type { MessageMail } from '#chat/models/message_mail'
import type { ConversationFacts, MessageFacts } from '#chat/models/facts'

/** A reply or a note to post. The same `clientMessageId` (UUID) is stored once only. */
export interface AgentDraft {
  /** May be empty beside files. */
  content: string
  clientMessageId: string
  /** The ids of uploaded files that are sent with it. */
  attachments?: readonly string[]
  /** A note, visible to agents only (C6). */
  internal?: boolean
  /** The last `seq` that the agent has seen; when omitted, the reply is not checked for staleness. */
  seenSeq?: number | null
  /** The email that it came by. */
  mail?: MessageMail
}

/** A posted reply or note, with its conversation after it. `isNew` is false when it was stored before. */
export interface AgentPost {
  conversation: Conversation
  /** The same conversation, to be read only: no model is made for it. */
  facts: ConversationFacts
  message: MessageFacts
  isNew: boolean
}
