import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { snoozeMoment } from '#chat/presenters/snooze'
import { snoozeValidator } from '#chat/validators/inbox/work'
import { answerAction } from '#chat/controllers/inbox/answers'

/** Puts a conversation aside until a time of the viewer's clock, and takes it up again. */
@inject()
export default class SnoozeController {
  constructor(protected chat: ChatService) {}

  async store(ctx: HttpContext) {
    const { until } = await ctx.request.validateUsing(snoozeValidator)
    const { tenantId, agent } = ctx.chatDesk
    const conversation = await this.chat.inbox.conversation(tenantId, ctx.params.id)
    return answerAction(ctx, async () => {
      const clock = ViewerClock.of(ctx)
      const snoozed = await this.chat.snoozes.snooze(
        conversation,
        snoozeMoment(until, clock),
        agent
      )
      const { displayNumber, snoozedUntil } = snoozed
      return { notice: `${displayNumber} snoozed until ${clock.full(snoozedUntil!)}` }
    })
  }

  async destroy(ctx: HttpContext) {
    const { tenantId, agent } = ctx.chatDesk
    const conversation = await this.chat.inbox.conversation(tenantId, ctx.params.id)
    return answerAction(ctx, async () => {
      const { folder } = await this.chat.snoozes.wake(conversation, agent)
      return { folder }
    })
  }
}
