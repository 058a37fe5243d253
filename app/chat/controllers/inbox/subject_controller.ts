import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { subjectValidator } from '#chat/validators/inbox/work'
import { answerAction } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'

/** What a conversation is about (C4). */
@inject()
export default class SubjectController {
  constructor(protected chat: ChatService) {}

  async update(ctx: HttpContext) {
    const { subject } = await subjectValidator.validate(ctx.request.all())
    const { agent } = ctx.chatAuth
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      await this.chat.conversations.triage.setSubject(conversation, subject, agent)
      return { subject }
    })
  }
}
