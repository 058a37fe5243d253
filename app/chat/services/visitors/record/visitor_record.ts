import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import PageView from '#chat/models/page_view'
import type Visitor from '#chat/models/visitor'
import { conversationsOf } from '#chat/services/conversations/conversations_of'

/** A conversation with all of its lines. */
export interface RecordedConversation {
  /** With its visitor and labels. */
  conversation: Conversation
  messages: Message[]
}

/** All that the chat keeps about a visitor (V9). */
export interface VisitorRecord {
  visitor: Visitor
  /** Oldest first, as are the others. */
  pageViews: PageView[]
  conversations: RecordedConversation[]
}

/** Reads all that the chat keeps about a visitor, notes and internal lines included. */
export async function visitorRecord(visitor: Visitor): Promise<VisitorRecord> {
  const pageViews = await PageView.query().where('visitor_id', visitor.id).orderBy('id')
  const all = await conversationsOf(visitor.id).preload('visitor').preload('labels').orderBy('id')
  const conversations: RecordedConversation[] = []
  for (const conversation of all) {
    const messages = await Message.query().where('conversation_id', conversation.id).orderBy('seq')
    conversations.push({ conversation, messages })
  }
  return { visitor, pageViews, conversations }
}
