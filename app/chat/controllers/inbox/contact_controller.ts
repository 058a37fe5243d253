import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { contactValidator } from '#chat/validators/inbox/conversation'
import { answerAction } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'

/** How a conversation's visitor is called and reached, as an agent knows it. */
@inject()
export default class ContactController {
  constructor(protected chat: ChatService) {}

  async update(ctx: HttpContext) {
    const details = await contactValidator.validate(ctx.request.all())
    const { agent } = ctx.chatAuth
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      await this.chat.visitors.contacts.edit(conversation, agent, details)
    })
  }
}
