import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatError } from '#chat/exceptions/chat_error'
import { firstReasons } from '#chat/http/first_reasons'
import type Widget from '#chat/models/widget'
import { IDENTIFY_CALL, identitySnippets } from '#chat/presenters/identity_snippets'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { isScript } from '#chat/http/inbox_responses'
import { ChatService } from '#chat/services/chat_service'
import { chatUrl } from '#chat/support/chat_url'
import { flashSecret, pullSecret } from '#chat/support/one_time_secret'
import { text } from '#chat/texts/text'
import { identityKeyValidator } from '#chat/validators/settings/identity_key'
import { asText } from '#chat/forms/sent_values'

const secretName = ({ externalId }: Widget) => `identity_${externalId}`

interface Refused {
  errors: Record<string, string>
  values: { public_key: string; key_set: string }
}

/** Settings > Chat Widgets > Verified visitors: the keys with which a website verifies its visitors (V6). */
@inject()
export default class IdentityKeysController {
  constructor(protected chat: ChatService) {}

  /** The keys, how to use them, and a new secret right after it was made. */
  async show(ctx: HttpContext) {
    return this.#page(ctx, await this.#widget(ctx))
  }

  async storeSecret(ctx: HttpContext) {
    const widget = await this.#widget(ctx)
    const { user } = ctx.chatAuth
    const { secret } = await this.chat.visitors.identityKeys.createSecret(widget, user.id)
    flashSecret(ctx, secretName(widget), secret)
    ctx.session.flash('success', text('identity.flash.secret'))
    return this.#back(ctx)
  }

  /** Adds a public key, or the address of a set of them; a form that is refused comes back as it was sent. */
  async store(ctx: HttpContext) {
    const widget = await this.#widget(ctx)
    const sent = ctx.request.all()
    try {
      const { public_key: pem, key_set: address } = await identityKeyValidator.validate(sent)
      const { identityKeys } = this.chat.visitors
      if (pem) await identityKeys.addPublicKey(widget, pem, ctx.chatAuth.user.id)
      if (address) await identityKeys.addKeySet(widget, address, ctx.chatAuth.user.id)
      ctx.session.flash('success', text('identity.flash.added'))
      return this.#back(ctx)
    } catch (error) {
      const errors = reasonsIn(error)
      if (!errors || isScript(ctx)) throw error
      ctx.response.status(422)
      const values = { public_key: asText(sent.public_key), key_set: asText(sent.key_set) }
      return this.#page(ctx, widget, { errors, values })
    }
  }

  async destroy(ctx: HttpContext) {
    const widget = await this.#widget(ctx)
    const { identityKeys } = this.chat.visitors
    await identityKeys.remove(widget, ctx.params.identityKey, ctx.chatAuth.user.id)
    ctx.session.flash('success', text('identity.flash.removed'))
    return this.#back(ctx)
  }

  async #page(ctx: HttpContext, widget: Widget, refused?: Refused) {
    const clock = ViewerClock.of(ctx)
    const keys = await this.chat.visitors.identityKeys.list(widget)
    return ctx.view.render('chat::settings/identity', {
      widget,
      secret: pullSecret(ctx, secretName(widget)),
      keys: keys.map(({ externalId, kind, hint, createdAt }) => ({
        id: externalId,
        kind: text(`identity.kinds.${kind}`),
        hint: kind === 'secret' ? `…${hint}` : hint,
        created: clock.full(createdAt),
        at: clock.iso(createdAt),
      })),
      snippets: identitySnippets(widget.publicKey),
      call: IDENTIFY_CALL,
      errors: refused?.errors ?? {},
      values: refused?.values ?? { public_key: '', key_set: '' },
    })
  }

  #widget({ chatAuth, params }: HttpContext) {
    return this.chat.widgets.find(chatAuth.tenantId, params.id)
  }

  #back({ params, response }: HttpContext) {
    const url = chatUrl('chat.settings.widgets.identity.show', { id: params.id })
    return response.redirect().toPath(url)
  }
}

/** The first reason per field of a refused form; null for any other failure. */
function reasonsIn(error: unknown): Record<string, string> | null {
  if (error instanceof ChatError && 'field' in error.details) {
    return { [String(error.details.field)]: error.message }
  }
  const { messages } = error as { messages?: { field: string; message: string }[] }
  return Array.isArray(messages) ? firstReasons(messages) : null
}
