import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { readValidator, typingValidator } from '#chat/validators/widget/conversation'

/** What a visitor has read, and whether they are typing. */
@inject()
export default class AttentionController {
  constructor(protected chat: ChatService) {}

  async read({ request, response, params, chatVisitor }: HttpContext) {
    const { seq } = await readValidator.validate(request.all())
    const conversation = await this.chat.inbox.ownConversation(chatVisitor, params.id)
    await this.chat.messages.reads.byVisitor(conversation, seq)
    return response.noContent()
  }

  async typing({ request, response, params, chatVisitor }: HttpContext) {
    const { typing } = await typingValidator.validate(request.all())
    const conversation = await this.chat.inbox.ownConversation(chatVisitor, params.id)
    await this.chat.messages.typing.byVisitor(conversation, chatVisitor, typing)
    return response.noContent()
  }
}
