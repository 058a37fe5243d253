import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { single } from '#chat/http/api_responses'
import { webhookDeliveryShape, webhookSecretShape } from '#chat/transformers/api/webhook'

/** What is done with a webhook besides shaping it. */
@inject()
export default class WebhookActionsController {
  constructor(protected chat: ChatService) {}

  async rotateSecret(ctx: HttpContext) {
    const webhook = await this.#webhook(ctx)
    return single(
      webhookSecretShape,
      await this.chat.webhooks.rotateSecret(webhook, ctx.chatAuth.user.id)
    )
  }

  async test(ctx: HttpContext) {
    const delivery = await this.chat.webhooks.test(await this.#webhook(ctx))
    ctx.response.status(202)
    return single(webhookDeliveryShape, delivery)
  }

  #webhook({ chatAuth, params }: HttpContext) {
    return this.chat.webhooks.find(chatAuth.tenantId, params.id)
  }
}
