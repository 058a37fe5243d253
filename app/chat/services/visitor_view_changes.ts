import Conversation from '#chat/models/conversation'
import { visitorConversation } from '#chat/transformers/visitor_view'

/**
 * Whether saving a conversation changes anything that its visitor may see of it. Compares the whole view,
 * so that whatever is added to it counts, and notes, labels or priorities never do.
 */
export function changesVisitorView(conversation: Conversation): boolean {
  if (conversation.$isLocal) return true
  if (!conversation.$isDirty) return false
  const before = new Conversation().merge(conversation.$original)
  return viewOf(before) !== viewOf(conversation)
}

const viewOf = (conversation: Conversation) => JSON.stringify(visitorConversation(conversation))
