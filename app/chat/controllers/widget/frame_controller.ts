import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { frameAncestors } from '#chat/services/allowed_origins'
import { scriptSafeJson, widgetConfig } from '#chat/transformers/widget_config'
import { inlineAsset } from '#chat/support/assets'
import { acceptedEncoding } from '#chat/support/accepted_encoding'
import { CompressedTexts } from '#chat/support/compressed_text'

const compressed = new CompressedTexts()

/**
 * The chat itself: a page for an iframe on the allowed websites, and on no other. It carries its script, styles
 * and settings, so that it takes one request; a browser that has it asks only whether it is still the same.
 */
@inject()
export default class FrameController {
  constructor(protected chat: ChatService) {}

  async show({ chatWidget, request, response, view }: HttpContext) {
    const availability = await this.chat.widgets.availability(chatWidget)
    const { js, css } = inlineAsset('resources/js/chat/widget/main.ts')
    const page = await view.render('chat::widget/frame', {
      configJson: scriptSafeJson(widgetConfig(chatWidget, availability)),
      js: js.text,
      css: css.text,
      theme: chatWidget.theme,
      title: chatWidget.welcomeTitle,
      lang: 'en',
    })

    response.removeHeader('X-Frame-Options')
    response.header(
      'Content-Security-Policy',
      this.#policy(chatWidget.allowedOrigins, js.hash, css.hash)
    )
    response.header('Cross-Origin-Resource-Policy', 'cross-origin')
    response.header('Referrer-Policy', 'no-referrer')
    response.header('X-Content-Type-Options', 'nosniff')
    response.header('Cache-Control', 'no-cache')
    response.header('Content-Type', 'text/html; charset=utf-8')
    response.vary('Accept-Encoding')
    response.setEtag(page)
    if (response.fresh()) return response.status(304).send(null)

    const encoding = acceptedEncoding(request)
    if (!encoding) return response.send(page)
    response.header('Content-Encoding', encoding)
    return response.send(await compressed.get(page, encoding))
  }

  #policy(allowedOrigins: string[], script: string, style: string) {
    return [
      "default-src 'none'",
      `script-src ${script}`,
      `style-src ${style}`,
      "img-src 'self' data: https:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${frameAncestors(allowedOrigins)}`,
    ].join('; ')
  }
}
