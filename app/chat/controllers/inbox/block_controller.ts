import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { answerAction } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'
import { ChatService } from '#chat/services/chat_service'
import { blockValidator } from '#chat/validators/inbox/block'

/** Blocks the visitor of a conversation, or lets them write again. */
@inject()
export default class BlockController {
  constructor(protected chat: ChatService) {}

  async store(ctx: HttpContext) {
    const { address_hours: hours } = await blockValidator.validate(ctx.request.all())
    return answerAction(ctx, async () => {
      const { visitor } = await namedConversation(this.chat, ctx)
      await this.chat.visitors.blocks.block(visitor, ctx.chatAuth.agent, hours)
    })
  }

  async destroy(ctx: HttpContext) {
    return answerAction(ctx, async () => {
      const { visitor } = await namedConversation(this.chat, ctx)
      await this.chat.visitors.blocks.unblock(visitor, ctx.chatAuth.agent)
    })
  }
}
