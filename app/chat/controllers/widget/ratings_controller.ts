import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatLimits } from '#chat/services/chat_limits'
import { ChatService } from '#chat/services/chat_service'
import { rateValidator } from '#chat/validators/widget/conversation'

/** What a visitor says of a conversation that has ended (W14). */
@inject()
export default class RatingsController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  /** Rates it, or changes the rating; counted like a message, since each leaves a line in the thread. */
  async store({ request, params, chatWidget, chatVisitor }: HttpContext) {
    const draft = await request.validateUsing(rateValidator)
    await this.limits.message(chatWidget, chatVisitor, request.ip())
    const conversation = await this.chat.inbox.ownConversation(chatVisitor, params.id)
    const rated = await this.chat.ratings.rate(conversation, chatVisitor, {
      rating: draft.rating,
      feedback: draft.feedback || null,
    })
    return { rating: rated.rating, feedback: rated.feedback }
  }
}
