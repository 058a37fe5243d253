import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatLimits } from '#chat/http/chat_limits'
import { ChatService } from '#chat/services/chat_service'
import type { RatingJson } from '#chat/transformers/json/visitor_json'
import { rateValidator } from '#chat/validators/widget/conversation'

/** What a visitor says of a conversation that has ended (W14). */
@inject()
export default class RatingsController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  /** Rates it, or changes the rating; counted like a message, since each leaves a line in the thread. */
  async store(ctx: HttpContext): Promise<RatingJson> {
    const { request, params, chatWidget, chatVisitor } = ctx
    const draft = await rateValidator.validate(request.all())
    await this.limits.message(chatWidget, chatVisitor, request.ip())
    const conversation = await this.chat.inbox.ownConversation(chatVisitor, params.id)
    const rated = await this.chat.conversations.ratings.rate(conversation, chatVisitor, {
      rating: draft.rating,
      feedback: draft.feedback || null,
    })
    return { rating: rated.rating!, feedback: rated.feedback }
  }
}
