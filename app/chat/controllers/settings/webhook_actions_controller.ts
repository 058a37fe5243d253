import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { keepSecret } from '#chat/controllers/settings/told_secret'
import { ChatService } from '#chat/services/chat_service'

/** What an admin does with a webhook besides shaping it. */
@inject()
export default class WebhookActionsController {
  constructor(protected chat: ChatService) {}

  async rotateSecret(ctx: HttpContext) {
    const webhook = await this.#webhook(ctx)
    keepSecret(ctx, await this.chat.webhooks.rotateSecret(webhook, ctx.chatDesk.user.id))
    ctx.session.flash('success', 'There is a new secret. Take it down now.')
    return this.#back(ctx)
  }

  async test(ctx: HttpContext) {
    await this.chat.webhooks.test(await this.#webhook(ctx))
    ctx.session.flash('success', 'A test is on its way. The log says what became of it.')
    return this.#back(ctx)
  }

  #webhook({ chatDesk, params }: HttpContext) {
    return this.chat.webhooks.find(chatDesk.tenantId, params.id)
  }

  #back({ params, response }: HttpContext) {
    return response.redirect().toPath(`/settings/chat-webhooks/${params.id}`)
  }
}
