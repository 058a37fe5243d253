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
    const { seq } = await ctx.request.validateUsing(readValidator)
    await this.chat.reads.byAgent(await this.#conversation(ctx), seq)
    return ctx.response.noContent()
  }

  async typing(ctx: HttpContext) {
    const { typing } = await ctx.request.validateUsing(typingValidator)
    await this.chat.typing.byAgent(await this.#conversation(ctx), ctx.chatDesk.agent, typing)
    return ctx.response.noContent()
  }

  async viewing(ctx: HttpContext) {
    const { viewing } = await ctx.request.validateUsing(viewingValidator)
    const conversation = await this.#conversation(ctx)
    const { agent, may } = ctx.chatDesk
    if (viewing && may.has('reply chat')) await this.chat.conversations.look(conversation, agent)
    await this.chat.typing.viewing(conversation, agent, viewing)
    return ctx.response.noContent()
  }

  #conversation({ chatDesk, params }: HttpContext) {
    return this.chat.inbox.bareConversation(chatDesk.tenantId, params.id)
  }
}
