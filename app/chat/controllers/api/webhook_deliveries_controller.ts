import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { queryOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { page, single } from '#chat/http/api_responses'
import { webhookDeliveryShape } from '#chat/transformers/api/webhook'
import { PAGE, pageValidator } from '#chat/validators/api/paging'

/** A webhook's deliveries and their results. */
@inject()
export default class WebhookDeliveriesController {
  constructor(protected chat: ChatService) {}

  async index(ctx: HttpContext) {
    const { request } = ctx
    const { cursor, limit = PAGE } = await queryOf(request, pageValidator)
    const webhook = await this.#webhook(ctx)
    const { deliveries, nextCursor } = await this.chat.webhooks.log.page(webhook, { cursor, limit })
    return page(webhookDeliveryShape, deliveries, { next_cursor: nextCursor })
  }

  async show(ctx: HttpContext) {
    const webhook = await this.#webhook(ctx)
    return single(
      webhookDeliveryShape,
      await this.chat.webhooks.log.find(webhook, ctx.params.delivery)
    )
  }

  async redeliver(ctx: HttpContext) {
    const webhook = await this.#webhook(ctx)
    const { log } = this.chat.webhooks
    const delivery = await log.find(webhook, ctx.params.delivery)
    ctx.response.status(202)
    return single(webhookDeliveryShape, await log.redeliver(webhook, delivery))
  }

  #webhook({ chatAuth, params }: HttpContext) {
    return this.chat.webhooks.find(chatAuth.tenantId, params.id)
  }
}
