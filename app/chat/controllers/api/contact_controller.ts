import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { changedConversation } from '#chat/http/changed_conversation'
import { contactValidator } from '#chat/validators/api/conversation'

/** How a conversation's visitor is called and reached, as an agent knows it. */
@inject()
export default class ContactController {
  constructor(protected chat: ChatService) {}

  async update(ctx: HttpContext) {
    const details = await bodyOf(ctx.request, contactValidator)
    return changedConversation(this.chat, ctx, (conversation, by) =>
      this.chat.visitors.contacts.edit(conversation, by, details)
    )
  }
}
