import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { snoozeMoment } from '#chat/presenters/snooze'
import { snoozeValidator } from '#chat/validators/inbox/work'
import { answerAction } from '#chat/http/inbox_responses'
import { text } from '#chat/texts/text'
import { namedConversation } from '#chat/http/named_conversation'

/** Puts a conversation aside until a time of the viewer's clock, and takes it up again. */
@inject()
export default class SnoozeController {
  constructor(protected chat: ChatService) {}

  async store(ctx: HttpContext) {
    const { until } = await snoozeValidator.validate(ctx.request.all())
    const { agent } = ctx.chatAuth
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const clock = ViewerClock.of(ctx)
      const snoozed = await this.chat.conversations.snoozes.snooze(
        conversation,
        snoozeMoment(until, clock),
        agent
      )
      const { displayNumber, snoozedUntil } = snoozed
      return {
        notice: text('inbox.actions.snooze.done', {
          number: displayNumber,
          time: clock.full(snoozedUntil!),
        }),
      }
    })
  }

  async destroy(ctx: HttpContext) {
    const { agent } = ctx.chatAuth
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const { folder } = await this.chat.conversations.snoozes.wake(conversation, agent)
      return { folder }
    })
  }
}
