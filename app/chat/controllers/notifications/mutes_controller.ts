import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { answerAction } from '#chat/http/inbox_responses'
import { ChatService } from '#chat/services/chat_service'
import { chatUrl } from '#chat/support/chat_url'
import { text } from '#chat/texts/text'
import { muteValidator } from '#chat/validators/notifications/notifications'

/** Conversations of whose messages an agent does not want to be notified. */
@inject()
export default class MutesController {
  constructor(protected chat: ChatService) {}

  /** From the conversation itself. */
  async update(ctx: HttpContext) {
    const conversation = await this.#conversation(ctx)
    const { muted } = await muteValidator.validate(ctx.request.all())
    return answerAction(ctx, async () => {
      await this.chat.notifications.mutes.set(ctx.chatAuth.agent, conversation, muted)
      return { notice: text(muted ? 'notices.mute.done' : 'notices.mute.undone') }
    })
  }

  /** From the list of muted ones. */
  async destroy(ctx: HttpContext) {
    const conversation = await this.#conversation(ctx)
    await this.chat.notifications.mutes.set(ctx.chatAuth.agent, conversation, false)
    ctx.session.flash('success', text('notices.mute.undone'))
    return ctx.response.redirect().toPath(chatUrl('chat.notifications.settings'))
  }

  #conversation({ chatAuth, params }: HttpContext) {
    return this.chat.inbox.bareConversation(chatAuth.tenantId, params.id, chatAuth.sight)
  }
}
