import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { flashSecret } from '#chat/support/one_time_secret'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

/** What an admin does with a webhook besides shaping it. */
@inject()
export default class WebhookActionsController {
  constructor(protected chat: ChatService) {}

  async rotateSecret(ctx: HttpContext) {
    const webhook = await this.#webhook(ctx)
    const { secret } = await this.chat.webhooks.rotateSecret(webhook, ctx.chatAuth.user.id)
    flashSecret(ctx, webhook.externalId, secret)
    ctx.session.flash('success', text('webhooks.flash.rotated'))
    return this.#back(ctx)
  }

  async test(ctx: HttpContext) {
    await this.chat.webhooks.test(await this.#webhook(ctx))
    ctx.session.flash('success', text('webhooks.flash.tested'))
    return this.#back(ctx)
  }

  #webhook({ chatAuth, params }: HttpContext) {
    return this.chat.webhooks.find(chatAuth.tenantId, params.id)
  }

  #back({ params, response }: HttpContext) {
    return response.redirect().toPath(chatUrl('chat.settings.webhooks.show', { id: params.id }))
  }
}
