import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { assignValidator } from '#chat/validators/inbox/conversation'
import { capacityNotice } from '#chat/presenters/capacity_notice'
import { answerAction } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'

/** Who looks after a conversation. */
@inject()
export default class AssignmentController {
  constructor(protected chat: ChatService) {}

  /** Assigns it to the user, to the caller (`me`) or, without a value, to no agent. */
  async update(ctx: HttpContext) {
    const { user_id: userId, seen: seenAs } = await assignValidator.validate(ctx.request.all())
    const { tenantId, agent, user } = ctx.chatAuth
    const conversation = await namedConversation(this.chat, ctx)
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
