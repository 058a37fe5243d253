import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { contactValidator } from '#chat/validators/inbox/conversation'
import { answerAction } from '#chat/controllers/inbox/answers'

/** How a conversation's visitor is called and reached, as an agent knows it. */
@inject()
export default class ContactController {
  constructor(protected chat: ChatService) {}

  async update(ctx: HttpContext) {
    const details = await ctx.request.validateUsing(contactValidator)
    const { tenantId, agent } = ctx.chatDesk
    const conversation = await this.chat.inbox.conversation(tenantId, ctx.params.id)
    return answerAction(ctx, async () => {
      await this.chat.contacts.edit(conversation, agent, details)
    })
  }
}
