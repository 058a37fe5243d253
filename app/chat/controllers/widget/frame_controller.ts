import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { frameAncestors } from '#chat/services/allowed_origins'
import { scriptSafeJson, widgetConfig } from '#chat/transformers/widget_config'
import { chatAsset } from '#chat/support/assets'

/** The chat itself: a page for an iframe on the allowed websites, and on no other. */
@inject()
export default class FrameController {
  constructor(protected chat: ChatService) {}

  async show({ chatWidget, response, view }: HttpContext) {
    const availability = await this.chat.widgets.availability(chatWidget)
    const { js, css } = chatAsset('resources/js/chat/widget/main.ts')

    response.removeHeader('X-Frame-Options')
    response.header('Content-Security-Policy', this.#policy(chatWidget.allowedOrigins))
    response.header('Cross-Origin-Resource-Policy', 'cross-origin')
    response.header('Referrer-Policy', 'no-referrer')
    response.header('X-Content-Type-Options', 'nosniff')
    response.header('Cache-Control', 'no-store')
    response.header('Content-Type', 'text/html; charset=utf-8')
    return view.render('chat::widget/frame', {
      configJson: scriptSafeJson(widgetConfig(chatWidget, availability)),
      jsUrl: js,
      cssUrl: css[0] ?? '',
      theme: chatWidget.theme,
      title: chatWidget.welcomeTitle,
      lang: 'en',
    })
  }

  #policy(allowedOrigins: string[]) {
    return [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: https:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      // Beside the websites: the hosted test page, on this very origin
      `frame-ancestors ${allowedOrigins.length ? "'self' " : ''}${frameAncestors(allowedOrigins)}`,
    ].join('; ')
  }
}
