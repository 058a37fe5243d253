import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { changedConversation } from '#chat/controllers/api/changed_conversation'
import { contactValidator } from '#chat/validators/api/conversation'

/** How a conversation's visitor is called and reached, as an agent knows it. */
@inject()
export default class ContactController {
  constructor(protected chat: ChatService) {}

  async update(ctx: HttpContext) {
    const data = ctx.request.body()
    const details = await ctx.request.validateUsing(contactValidator, { data })
    return changedConversation(this.chat, ctx, (conversation, by) =>
      this.chat.contacts.edit(conversation, by, details)
    )
  }
}
