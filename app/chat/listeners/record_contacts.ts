import { inject } from '@adonisjs/core'
import type { MessageSent } from '#chat/events/chat_events'
import { ChatService } from '#chat/services/chat_service'

/** Records emails to linked people in the CRM's timeline (P6). */
@inject()
export default class RecordContacts {
  constructor(protected chat: ChatService) {}

  async messageSent({ conversation, message }: MessageSent) {
    if (message.type !== 'event' || message.metadata?.event !== 'mailed') return
    await this.chat.crm.contacts.mailed(conversation, message)
  }
}
