import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { pageOf, single } from '#chat/controllers/api/answers'
import { toWebhookChanges } from '#chat/controllers/api/webhook_changes'
import { webhookSecretShape, webhookShape } from '#chat/transformers/api/webhook'
import { pageValidator } from '#chat/validators/api/paging'
import { newWebhookValidator, webhookChangesValidator } from '#chat/validators/api/webhook'

/** What a new webhook is when nobody says otherwise. */
const DEFAULTS = { description: null, includeNotes: false, allowPrivate: false, isActive: true }

/** The addresses that are told what happens. */
@inject()
export default class WebhooksController {
  constructor(protected chat: ChatService) {}

  async index({ chatDesk, request }: HttpContext) {
    const asked = await request.validateUsing(pageValidator, { data: request.qs() })
    return pageOf(webhookShape, await this.chat.webhooks.list(chatDesk.tenantId), asked)
  }

  async store({ chatDesk, request, response }: HttpContext) {
    const { tenantId, user } = chatDesk
    const input = await request.validateUsing(newWebhookValidator, { data: request.body() })
    const { url, events } = input
    const attributes = { ...DEFAULTS, ...toWebhookChanges(input), url, events }
    const made = await this.chat.webhooks.create(tenantId, attributes, user.id)
    response.status(201)
    return single(webhookSecretShape, made)
  }

  async show(ctx: HttpContext) {
    return single(webhookShape, await this.#webhook(ctx))
  }

  async update(ctx: HttpContext) {
    const webhook = await this.#webhook(ctx)
    const data = ctx.request.body()
    const input = await ctx.request.validateUsing(webhookChangesValidator, { data })
    const { user } = ctx.chatDesk
    return single(
      webhookShape,
      await this.chat.webhooks.update(webhook, toWebhookChanges(input), user.id)
    )
  }

  async destroy(ctx: HttpContext) {
    await this.chat.webhooks.remove(await this.#webhook(ctx), ctx.chatDesk.user.id)
    return ctx.response.noContent()
  }

  #webhook({ chatDesk, params }: HttpContext) {
    return this.chat.webhooks.find(chatDesk.tenantId, params.id)
  }
}
