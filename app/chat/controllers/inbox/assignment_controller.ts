import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { assignValidator } from '#chat/validators/inbox/conversation'
import { capacityNotice } from '#chat/controllers/routing/capacity_notice'
import { answerAction } from '#chat/controllers/inbox/answers'

/** Who looks after a conversation. */
@inject()
export default class AssignmentController {
  constructor(protected chat: ChatService) {}

  /** Gives it to the user, to oneself (`me`), or, named nobody, back to all. */
  async update(ctx: HttpContext) {
    const { user_id: userId, seen: seenAs } = await ctx.request.validateUsing(assignValidator)
    const { tenantId, agent, user } = ctx.chatDesk
    const conversation = await this.chat.inbox.conversation(tenantId, ctx.params.id)
    return answerAction(ctx, async () => {
      const seen = await this.chat.agents.seen(tenantId, seenAs)
      if (!userId) {
        await this.chat.conversations.unassign(conversation, agent, seen)
        return undefined
      }
      const wanted = userId === 'me' ? user.id : userId
      const to = await this.chat.agents.assignable(tenantId, wanted)
      await this.chat.conversations.assign(conversation, to, agent, seen)
      return capacityNotice(ctx, to)
    })
  }
}
