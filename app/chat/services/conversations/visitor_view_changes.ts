import Conversation from '#chat/models/conversation'
import { visitorConversation } from '#chat/transformers/visitor_view'

/**
 * Whether saving a conversation changes anything that its visitor may see. Compares the whole view: new fields are
 * covered automatically, while notes, labels and priorities never count.
 */
export function changesVisitorView(conversation: Conversation): boolean {
  if (conversation.$isLocal) return true
  if (!conversation.$isDirty) return false
  const before = new Conversation().merge(conversation.$original)
  return viewOf(before) !== viewOf(conversation)
}

const viewOf = (conversation: Conversation) => JSON.stringify(visitorConversation(conversation))
