import { inject } from '@adonisjs/core'
import type { MessageSent } from '#chat/events/chat_events'
import { mailOf } from '#chat/models/message_mail'
import { ChatService } from '#chat/services/chat_service'

/** Records emails to and from linked people in the CRM's timeline (P6). */
@inject()
export default class RecordContacts {
  constructor(protected chat: ChatService) {}

  async messageSent({ conversation, message }: MessageSent) {
    const { contacts } = this.chat.crm
    if (message.type === 'event') {
      if (message.metadata?.event === 'mailed') await contacts.mailed(conversation, message)
    } else if (message.senderType === 'visitor' && mailOf(message)) {
      await contacts.answered(conversation, message)
    }
  }
}
