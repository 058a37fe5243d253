import { inject } from '@adonisjs/core'
import type { ConversationDeleted } from '#chat/events/chat_events'
import { ChatService } from '#chat/services/chat_service'

/** Removes deleted conversations from the figures; reading the figures finds every other change. */
@inject()
export default class RecountDays {
  constructor(protected chat: ChatService) {}

  conversationDeleted({ conversation }: ConversationDeleted) {
    return this.chat.analytics.forget(conversation)
  }
}
