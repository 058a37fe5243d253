import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { answerAction } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'
import { snoozeMoment } from '#chat/presenters/snooze'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { ChatService } from '#chat/services/chat_service'
import { text } from '#chat/texts/text'
import { changedPlanValidator, planValidator } from '#chat/validators/inbox/planned'

/** Replies that are sent later: planned in the composer, changed and cancelled below the thread. */
@inject()
export default class PlannedRepliesController {
  constructor(protected chat: ChatService) {}

  async store(ctx: HttpContext) {
    const {
      content,
      client_message_id: clientMessageId,
      ...asked
    } = await planValidator.validate(ctx.request.all())
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const clock = ViewerClock.of(ctx)
      const dueAt = snoozeMoment(asked.until === 'at' ? (asked.at ?? '') : asked.until, clock)
      const draft = { content, clientMessageId, dueAt }
      const planned = await this.chat.planned.plan(conversation, ctx.chatAuth.agent, draft)
      return { notice: text('planned.done', { time: clock.full(planned.dueAt) }) }
    })
  }

  async update(ctx: HttpContext) {
    const { content, until } = await changedPlanValidator.validate(ctx.request.all())
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const planned = await this.chat.planned.find(conversation, ctx.params.planned)
      const dueAt = snoozeMoment(until, ViewerClock.of(ctx))
      await this.chat.planned.update(planned, ctx.chatAuth.agent, { content, dueAt })
    })
  }

  async destroy(ctx: HttpContext) {
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const planned = await this.chat.planned.find(conversation, ctx.params.planned)
      await this.chat.planned.withdraw(planned)
    })
  }
}
