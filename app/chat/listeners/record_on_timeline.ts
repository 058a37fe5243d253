import { inject } from '@adonisjs/core'
import type { ConversationUpdated } from '#chat/events/chat_events'
import { isOpen } from '#chat/services/conversations/status_rules'
import { ChatService } from '#chat/services/chat_service'

/** Records the start and end of a linked person's conversation on their timeline, once each (P4). */
@inject()
export default class RecordOnTimeline {
  constructor(protected chat: ChatService) {}

  async handle({ conversation, hasBegun }: ConversationUpdated) {
    if (hasBegun) await this.chat.crm.timeline.startOrEnd(conversation, 'chat.started')
    if (!isOpen(conversation.status)) {
      await this.chat.crm.timeline.startOrEnd(conversation, 'chat.closed')
    }
  }
}
