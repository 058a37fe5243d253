import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { WebhookPages } from '#chat/presenters/webhooks/webhook_pages'
import { ChatService } from '#chat/services/chat_service'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

/** One delivery of a webhook: its request, its response, and sending it again. */
@inject()
export default class WebhookDeliveriesController {
  constructor(
    protected chat: ChatService,
    protected pages: WebhookPages
  ) {}

  async show(ctx: HttpContext) {
    const { webhook, delivery } = await this.#delivery(ctx)
    const state = this.pages.delivery(webhook, delivery, ViewerClock.of(ctx))
    return ctx.view.render('chat::settings/webhooks/delivery', state)
  }

  async redeliver(ctx: HttpContext) {
    const { webhook, delivery } = await this.#delivery(ctx)
    await this.chat.webhooks.log.redeliver(webhook, delivery)
    ctx.session.flash('success', text('webhooks.flash.resending'))
    const named = { id: webhook.externalId, delivery: delivery.externalId }
    return ctx.response.redirect().toPath(chatUrl('chat.settings.webhooks.delivery', named))
  }

  async #delivery({ chatAuth, params }: HttpContext) {
    const webhook = await this.chat.webhooks.find(chatAuth.tenantId, params.id)
    return { webhook, delivery: await this.chat.webhooks.log.find(webhook, params.delivery) }
  }
}
