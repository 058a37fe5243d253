import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type Webhook from '#chat/models/webhook'
import {
  decidesOnPrivateReach,
  assertPrivateReach,
  keptPrivateReach,
} from '#chat/http/private_reach'
import { toWebhookAttributes, webhookFormState, webhookRefusal } from '#chat/forms/webhook_form'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { WebhookPages } from '#chat/presenters/webhooks/webhook_pages'
import { isScript } from '#chat/http/inbox_responses'
import { ChatService } from '#chat/services/chat_service'
import type { WebhookAttributes } from '#chat/services/webhooks/webhooks'
import { flashSecret, pullSecret } from '#chat/support/one_time_secret'
import { webhookValidator } from '#chat/validators/settings/webhook_validator'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

const pathOf = (webhook: Webhook) =>
  chatUrl('chat.settings.webhooks.show', { id: webhook.externalId })

/** Settings > Chat webhooks: the list of webhooks, and the form of one (Z3). */
@inject()
export default class WebhooksController {
  constructor(
    protected chat: ChatService,
    protected pages: WebhookPages
  ) {}

  async index(ctx: HttpContext) {
    const state = await this.pages.index(ctx.chatAuth.tenantId, ViewerClock.of(ctx))
    return ctx.view.render('chat::settings/webhooks/index', state)
  }

  async create(ctx: HttpContext) {
    return this.#form(ctx, null)
  }

  /** Makes a webhook; a form that is refused comes back as it was sent, with the reasons. */
  async store(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatAuth
    return this.#save(ctx, null, async (attributes) => {
      const made = await this.chat.webhooks.create(tenantId, attributes, user.id)
      flashSecret(ctx, made.webhook.externalId, made.secret)
      ctx.session.flash('success', text('webhooks.flash.created'))
      return made.webhook
    })
  }

  /** The webhook and its log; its secret only right after it was made. */
  async show(ctx: HttpContext) {
    const webhook = await this.#webhook(ctx)
    const state = await this.pages.show(webhook, ctx.request.qs().cursor, ViewerClock.of(ctx))
    const secret = pullSecret(ctx, webhook.externalId)
    return ctx.view.render('chat::settings/webhooks/show', { ...state, secret })
  }

  async edit(ctx: HttpContext) {
    return this.#form(ctx, await this.#webhook(ctx))
  }

  async update(ctx: HttpContext) {
    const webhook = await this.#webhook(ctx)
    return this.#save(ctx, webhook, async (attributes) => {
      await this.chat.webhooks.update(webhook, attributes, ctx.chatAuth.user.id)
      ctx.session.flash('success', text('forms.saved'))
      return webhook
    })
  }

  async destroy(ctx: HttpContext) {
    await this.chat.webhooks.remove(await this.#webhook(ctx), ctx.chatAuth.user.id)
    ctx.session.flash('success', text('webhooks.flash.deleted'))
    return ctx.response.redirect().toPath(chatUrl('chat.settings.webhooks.index'))
  }

  async #save(
    ctx: HttpContext,
    webhook: Webhook | null,
    save: (attributes: WebhookAttributes) => Promise<Webhook>
  ) {
    try {
      const input = await webhookValidator.validate(ctx.request.all())
      const attributes = this.#attributes(ctx, webhook, toWebhookAttributes(input))
      return ctx.response.redirect().toPath(pathOf(await save(attributes)))
    } catch (error) {
      const errors = webhookRefusal(error)
      if (!errors || isScript(ctx)) throw error
      ctx.response.status(422)
      return this.#form(ctx, await webhook?.refresh(), { input: ctx.request.all(), errors })
    }
  }

  /** The form of a user who does not decide on private addresses does not ask about them. */
  #attributes({ chatAuth }: HttpContext, webhook: Webhook | null, sent: WebhookAttributes) {
    const isKept = !decidesOnPrivateReach(chatAuth) && keptPrivateReach(webhook, sent)
    const attributes = isKept ? { ...sent, allowPrivate: true } : sent
    assertPrivateReach(chatAuth, webhook, attributes)
    return attributes
  }

  #form(
    { chatAuth, view }: HttpContext,
    webhook: Webhook | null | undefined,
    refused?: Parameters<typeof webhookFormState>[2]
  ) {
    const isPossible = this.chat.webhooks.mayAllowPrivate
    const mayAllowPrivate = isPossible && decidesOnPrivateReach(chatAuth)
    const isAllowedByAdmin = isPossible && !mayAllowPrivate && webhook?.allowPrivate === true
    const choices = { mayAllowPrivate, isAllowedByAdmin }
    const state = webhookFormState(webhook ?? null, choices, refused)
    return view.render('chat::settings/webhooks/form', state)
  }

  #webhook({ chatAuth, params }: HttpContext) {
    return this.chat.webhooks.find(chatAuth.tenantId, params.id)
  }
}
