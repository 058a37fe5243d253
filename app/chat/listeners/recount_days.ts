import { inject } from '@adonisjs/core'
import type { ConversationDeleted } from '#chat/events/chat_events'
import { ChatService } from '#chat/services/chat_service'

/** Takes what was deleted out of the figures; every other change is found when they are read. */
@inject()
export default class RecountDays {
  constructor(protected chat: ChatService) {}

  conversationDeleted({ conversation }: ConversationDeleted) {
    return this.chat.analytics.forget(conversation)
  }
}
