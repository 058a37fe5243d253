import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type Webhook from '#chat/models/webhook'
import { keepSecret, tellSecret } from '#chat/controllers/settings/told_secret'
import {
  toWebhookAttributes,
  webhookFormState,
  webhookRefusal,
} from '#chat/controllers/settings/webhook_form_state'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { WebhookPages } from '#chat/presenters/webhooks/webhook_pages'
import { ChatService } from '#chat/services/chat_service'
import type { WebhookAttributes } from '#chat/services/webhooks/webhooks'
import { webhookValidator } from '#chat/validators/settings/webhook_validator'

const LIST = '/settings/chat-webhooks'
const pathOf = (webhook: Webhook) => `${LIST}/${webhook.externalId}`

/** Settings > Chat webhooks: the addresses that are told what happens, and the form of one (Z3). */
@inject()
export default class WebhooksController {
  constructor(
    protected chat: ChatService,
    protected pages: WebhookPages
  ) {}

  async index(ctx: HttpContext) {
    const state = await this.pages.index(ctx.chatDesk.tenantId, ViewerClock.of(ctx))
    return ctx.view.render('chat::settings/webhooks/index', state)
  }

  async create(ctx: HttpContext) {
    return this.#form(ctx, null)
  }

  /** Makes a webhook; a form that is refused comes back as it was sent, with the reasons. */
  async store(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatDesk
    return this.#save(ctx, null, async (attributes) => {
      const made = await this.chat.webhooks.create(tenantId, attributes, user.id)
      keepSecret(ctx, made)
      ctx.session.flash('success', 'The webhook is ready. Take down its secret now.')
      return made.webhook
    })
  }

  /** The webhook and its log; its secret only right after it was made. */
  async show(ctx: HttpContext) {
    const webhook = await this.#webhook(ctx)
    const state = await this.pages.show(webhook, ctx.request.qs().cursor, ViewerClock.of(ctx))
    const secret = tellSecret(ctx, webhook)
    return ctx.view.render('chat::settings/webhooks/show', { ...state, secret })
  }

  async edit(ctx: HttpContext) {
    return this.#form(ctx, await this.#webhook(ctx))
  }

  async update(ctx: HttpContext) {
    const webhook = await this.#webhook(ctx)
    return this.#save(ctx, webhook, async (attributes) => {
      await this.chat.webhooks.update(webhook, attributes, ctx.chatDesk.user.id)
      ctx.session.flash('success', 'Your changes have been saved.')
      return webhook
    })
  }

  async destroy(ctx: HttpContext) {
    await this.chat.webhooks.remove(await this.#webhook(ctx), ctx.chatDesk.user.id)
    ctx.session.flash('success', 'The webhook and its log have been deleted.')
    return ctx.response.redirect().toPath(LIST)
  }

  async #save(
    ctx: HttpContext,
    webhook: Webhook | null,
    save: (attributes: WebhookAttributes) => Promise<Webhook>
  ) {
    try {
      const input = await ctx.request.validateUsing(webhookValidator)
      return ctx.response.redirect().toPath(pathOf(await save(toWebhookAttributes(input))))
    } catch (error) {
      const errors = webhookRefusal(error)
      if (!errors || ctx.request.accepts(['html', 'json']) === 'json') throw error
      ctx.response.status(422)
      return this.#form(ctx, await webhook?.refresh(), { input: ctx.request.all(), errors })
    }
  }

  #form(
    { view }: HttpContext,
    webhook: Webhook | null | undefined,
    refused?: Parameters<typeof webhookFormState>[2]
  ) {
    const { mayAllowPrivate } = this.chat.webhooks
    const state = webhookFormState(webhook ?? null, mayAllowPrivate, refused)
    return view.render('chat::settings/webhooks/form', state)
  }

  #webhook({ chatDesk, params }: HttpContext) {
    return this.chat.webhooks.find(chatDesk.tenantId, params.id)
  }
}
