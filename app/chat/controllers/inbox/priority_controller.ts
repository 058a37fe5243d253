import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { priorityValidator } from '#chat/validators/inbox/work'
import { answerAction } from '#chat/controllers/inbox/answers'

/** How urgent a conversation is. */
@inject()
export default class PriorityController {
  constructor(protected chat: ChatService) {}

  async update(ctx: HttpContext) {
    const { priority } = await ctx.request.validateUsing(priorityValidator)
    const { tenantId, agent } = ctx.chatDesk
    const conversation = await this.chat.inbox.conversation(tenantId, ctx.params.id)
    return answerAction(ctx, async () => {
      await this.chat.work.setPriority(conversation, priority, agent)
      return { priority }
    })
  }
}
