import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { assertPrivateReach } from '#chat/http/private_reach'
import { pageOf, single } from '#chat/http/api_responses'
import { toWebhookChanges } from '#chat/forms/webhook_changes'
import { webhookSecretShape, webhookShape } from '#chat/transformers/api/webhook'
import { pageValidator } from '#chat/validators/api/paging'
import { newWebhookValidator, webhookChangesValidator } from '#chat/validators/api/webhook'

/** The attributes of a new webhook where the request names none. */
const DEFAULTS = { description: null, includeNotes: false, allowPrivate: false, isActive: true }

/** Webhooks: the addresses that events are posted to. */
@inject()
export default class WebhooksController {
  constructor(protected chat: ChatService) {}

  async index({ chatAuth, request }: HttpContext) {
    const asked = await queryOf(request, pageValidator)
    return pageOf(webhookShape, await this.chat.webhooks.list(chatAuth.tenantId), asked)
  }

  async store({ chatAuth, request, response }: HttpContext) {
    const { tenantId, user } = chatAuth
    const input = await bodyOf(request, newWebhookValidator)
    const { url, events } = input
    const attributes = { ...DEFAULTS, ...toWebhookChanges(input), url, events }
    assertPrivateReach(chatAuth, null, attributes)
    const made = await this.chat.webhooks.create(tenantId, attributes, user.id)
    response.status(201)
    return single(webhookSecretShape, made)
  }

  async show(ctx: HttpContext) {
    return single(webhookShape, await this.#webhook(ctx))
  }

  async update(ctx: HttpContext) {
    const webhook = await this.#webhook(ctx)
    const input = await bodyOf(ctx.request, webhookChangesValidator)
    const changes = toWebhookChanges(input)
    assertPrivateReach(ctx.chatAuth, webhook, changes)
    const { user } = ctx.chatAuth
    return single(webhookShape, await this.chat.webhooks.update(webhook, changes, user.id))
  }

  async destroy(ctx: HttpContext) {
    await this.chat.webhooks.remove(await this.#webhook(ctx), ctx.chatAuth.user.id)
    return ctx.response.noContent()
  }

  #webhook({ chatAuth, params }: HttpContext) {
    return this.chat.webhooks.find(chatAuth.tenantId, params.id)
  }
}
