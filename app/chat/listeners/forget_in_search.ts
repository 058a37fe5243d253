import type { ConversationDeleted } from '#chat/events/chat_events'
import Message from '#chat/models/message'
import { searchIndexOf } from '#chat/services/inbox/search/index/search_indexes'

/** Removes the words of deleted conversations from the search index, where there is one. */
export default class ForgetInSearch {
  conversationDeleted({ conversation }: ConversationDeleted) {
    searchIndexOf(Message.query().client)?.forget(conversation.id)
  }
}
