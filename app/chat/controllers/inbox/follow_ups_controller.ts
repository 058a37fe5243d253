import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { answerAction } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'
import { ChatService } from '#chat/services/chat_service'

/** What becomes of a conversation whose visitor does not answer: agents see it above the composer, and cancel it. */
@inject()
export default class FollowUpsController {
  constructor(protected chat: ChatService) {}

  async destroy(ctx: HttpContext) {
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, () =>
      this.chat.conversations.followUps.withdraw(conversation, ctx.chatAuth.agent)
    )
  }
}
