import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { priorityValidator } from '#chat/validators/inbox/work'
import { answerAction } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'

/** How urgent a conversation is. */
@inject()
export default class PriorityController {
  constructor(protected chat: ChatService) {}

  async update(ctx: HttpContext) {
    const { priority } = await priorityValidator.validate(ctx.request.all())
    const { agent } = ctx.chatAuth
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      await this.chat.conversations.triage.setPriority(conversation, priority, agent)
      return { priority }
    })
  }
}
