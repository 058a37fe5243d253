import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { answerAction } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'
import { ChatService } from '#chat/services/chat_service'
import { noticedValidator } from '#chat/validators/inbox/noticed'

/** Contact details that stood in a visitor's messages (V7); the form of the contact saves them. */
@inject()
export default class NoticedController {
  constructor(protected chat: ChatService) {}

  /** The detail is not the visitor's: it is not offered again. */
  async destroy(ctx: HttpContext) {
    const { field } = await noticedValidator.validate(ctx.request.all())
    return answerAction(ctx, async () => {
      const { visitor } = await namedConversation(this.chat, ctx)
      await this.chat.visitors.notices.dismiss(visitor, field)
    })
  }
}
