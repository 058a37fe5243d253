import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import {
  readValidator,
  typingValidator,
  viewingValidator,
} from '#chat/validators/inbox/conversation'

/** What an agent does with a conversation without saying a word: read it, look at it, type. */
@inject()
export default class AttentionController {
  constructor(protected chat: ChatService) {}

  async read(ctx: HttpContext) {
    const { seq } = await readValidator.validate(ctx.request.all())
    await this.chat.messages.reads.byAgent(await this.#conversation(ctx), seq)
    return ctx.response.noContent()
  }

  async typing(ctx: HttpContext) {
    const { typing } = await typingValidator.validate(ctx.request.all())
    await this.chat.messages.typing.byAgent(
      await this.#conversation(ctx),
      ctx.chatAuth.agent,
      typing
    )
    return ctx.response.noContent()
  }

  async viewing(ctx: HttpContext) {
    const { viewing, tab } = await viewingValidator.validate(ctx.request.all())
    const conversation = await this.#conversation(ctx)
    const { agent, may } = ctx.chatAuth
    if (viewing && may.has('reply chat')) await this.chat.conversations.look(conversation, agent)
    if (tab) await this.chat.notifications.look(agent, conversation, tab, viewing)
    await this.chat.messages.typing.viewing(conversation, agent, viewing)
    return ctx.response.noContent()
  }

  #conversation({ chatAuth, params }: HttpContext) {
    return this.chat.inbox.bareConversation(chatAuth.tenantId, params.id, chatAuth.sight)
  }
}
