import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { frameAncestors } from '#chat/services/widgets/allowed_origins'
import { frameConfig, scriptSafeJson } from '#chat/transformers/widget_config'
import { widgetTexts } from '#chat/services/widgets/widget_texts'
import type { WidgetLook } from '#chat/transformers/widget_look'
import { lookValidator } from '#chat/validators/widget/look'
import { sendCompressed } from '#chat/http/send_compressed'
import { chatAsset } from '#chat/support/assets'
import { CompressedTexts } from '#chat/support/compressed_text'
import { answerPage } from '#chat/http/reader_language'
import { catalogue } from '#chat/texts/catalogue'
import { frameTexts } from '#chat/texts/frame_texts'
import { directionOf } from '#chat/texts/languages'
import { localeOf } from '#chat/texts/locale_tag'
import { inlinedAsset, type InlinedAsset } from '#chat/support/inlined_asset'
import { baseOf, visitorApiOf } from '#chat/support/widget_address'

/** A host as a policy may name it. */
const HOST = /^[\w.:[\]-]+$/

const compressed = new CompressedTexts()

/**
 * The chat itself: a page for an iframe on the allowed websites, and on no other. Its script and styles are in it,
 * so that one request brings all; a browser that has it asks whether it is still the same.
 */
@inject()
export default class FrameController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const look = await this.#look(ctx)
    return answerPage(ctx, look.language, () => this.#page(ctx, look))
  }

  async #page(ctx: HttpContext, look: WidgetLook) {
    const { chatWidget, request, response, view } = ctx
    const availability = await this.chat.widgets.availability(chatWidget)
    const api = visitorApiOf(this.chat.config, request, chatWidget.publicKey)
    const built = chatAsset('resources/js/chat/widget/main.ts')
    const script = inlinedAsset(built.js)
    const styles = inlinedAsset(built.css[0])
    const later = chatAsset('resources/js/chat/widget/later.ts').js
    const files = chatAsset('resources/js/chat/widget/files.ts').js
    const parts = [later, files].flatMap((path) => this.#sourcesOf(path, request))
    const scripts = [script.source, ...parts].join(' ')
    const policy = this.#policy(chatWidget.allowedOrigins, scripts, styles)
    const locale = localeOf(catalogue().locale, request.languages())
    const page = await view.render('chat::widget/frame', {
      configJson: scriptSafeJson(
        frameConfig({ later, files }, chatWidget, availability, api, look)
      ),
      script: script.text,
      styles: styles.text,
      theme: chatWidget.theme,
      title: look.company_name || widgetTexts(chatWidget).welcomeTitle,
      locale,
      direction: directionOf(locale),
      textsJson: scriptSafeJson(built.js ? frameTexts() : []),
    })

    response.removeHeader('X-Frame-Options')
    response.header('Content-Security-Policy', policy)
    response.header('Cross-Origin-Resource-Policy', 'cross-origin')
    response.header('Referrer-Policy', 'no-referrer')
    response.header('X-Content-Type-Options', 'nosniff')
    response.header('X-Robots-Tag', 'noindex')
    response.header('Cache-Control', 'private, no-cache')
    response.vary('Accept-Language')
    response.header('Content-Type', 'text/html; charset=utf-8')
    // A page that is kept is kept with its policy
    response.setEtag(policy + page)
    if (response.fresh()) return response.status(304).send(null)
    return sendCompressed(ctx, page, compressed)
  }

  /** A website's own way of showing the widget; a page of its own is not what a link's author wants it to look like. */
  async #look({ request }: HttpContext): Promise<WidgetLook> {
    if (request.header('sec-fetch-dest') === 'document') return {}
    return lookValidator.validate(request.qs())
  }

  /** What the policy calls a script of this host: as the request names it, and as the world does before a proxy. */
  #sourcesOf(path: string, request: HttpContext['request']): string[] {
    const known = new URL(baseOf(this.chat.config, request)).host
    const hosts = [request.header('host') ?? known, known].filter((host) => HOST.test(host))
    return [...new Set(hosts)].map((host) => host + path)
  }

  #policy(allowedOrigins: string[], scripts: string, styles: InlinedAsset) {
    const { widgetUrl, publicUrl } = this.chat.config
    // The hosted test page is the CRM's
    const own = widgetUrl ? `'self' ${new URL(publicUrl).origin}` : "'self'"
    return [
      "default-src 'none'",
      `script-src ${scripts}`,
      `style-src ${styles.source}`,
      "img-src 'self' data: blob: https:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${allowedOrigins.length ? `${own} ` : ''}${frameAncestors(allowedOrigins)}`,
    ].join('; ')
  }
}
