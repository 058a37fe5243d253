import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { subjectValidator } from '#chat/validators/inbox/work'
import { answerAction } from '#chat/controllers/inbox/answers'

/** What a conversation is about (C4). */
@inject()
export default class SubjectController {
  constructor(protected chat: ChatService) {}

  async update(ctx: HttpContext) {
    const { subject } = await ctx.request.validateUsing(subjectValidator)
    const { tenantId, agent } = ctx.chatDesk
    const conversation = await this.chat.inbox.conversation(tenantId, ctx.params.id)
    return answerAction(ctx, async () => {
      await this.chat.work.setSubject(conversation, subject, agent)
      return { subject }
    })
  }
}
