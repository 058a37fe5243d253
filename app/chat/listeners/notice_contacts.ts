import { inject } from '@adonisjs/core'
import type { MessageSent } from '#chat/events/chat_events'
import { ChatService } from '#chat/services/chat_service'

/** Notices the contact details that a visitor writes in a message (V7). */
@inject()
export default class NoticeContacts {
  constructor(protected chat: ChatService) {}

  async messageSent({ conversation, message }: MessageSent) {
    if (message.senderType !== 'visitor' || message.type !== 'text') return
    await this.chat.visitors.notices.read(conversation.visitorId, message.content)
  }
}
