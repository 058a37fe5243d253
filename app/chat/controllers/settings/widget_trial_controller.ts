import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { widgetBase } from '#chat/support/widget_address'
import { websitePage } from '#chat/presenters/setup'
import type Widget from '#chat/models/widget'
import { chatPath, chatUrl } from '#chat/support/chat_url'

/**
 * The hosted test page: the widget as visitors have it, on the look of the website, for those who manage the
 * chat. The CRM's own origin may carry every widget; the page itself needs the log-in. The website stands in a
 * sandbox of its own.
 */
@inject()
export default class WidgetTrialController {
  constructor(protected chat: ChatService) {}

  async show({ chatAuth, params, request, response, view }: HttpContext) {
    const widget = await this.chat.widgets.find(chatAuth.tenantId, params.id)
    const website = websitePage(widget)
    const isPlain = request.input('look') === 'plain' || !website
    if (!isPlain) this.#allow(response, new URL(website).origin, ['frame-src'])
    const { config } = this.chat
    const { host } = new URL(config.publicUrl)
    const base = widgetBase(config)
    if (config.widgetUrl) {
      this.#allow(response, new URL(base).origin, ['script-src', 'frame-src', 'connect-src'])
    }
    return view.render('chat::settings/try', {
      widget,
      website,
      isPlain,
      loader: this.#loader(widget),
      elsewhere: host === request.header('host') ? null : `${config.publicUrl}${request.url()}`,
    })
  }

  /** On the host name that the admin uses, unless the widget has its own. */
  #loader({ publicKey }: Widget) {
    const { config } = this.chat
    const named = { file: `${publicKey}.js` }
    return config.widgetUrl
      ? widgetBase(config) + chatPath('chat.widget.loader', named)
      : chatUrl('chat.widget.loader', named)
  }

  /** Adds an origin to directives of the page's policy; a host without a policy needs no exception. */
  #allow(response: HttpContext['response'], origin: string, directives: string[]) {
    const policy = response.getHeader('Content-Security-Policy')
    if (typeof policy !== 'string') return
    const wider = directives.reduce((text, name) => {
      const directive = new RegExp(`(?<=^|;\\s*)${name} [^;]*`)
      const given = directive.exec(text)?.[0]
      return given ? text.replace(given, `${given} ${origin}`) : `${text}; ${name} 'self' ${origin}`
    }, policy)
    response.header('Content-Security-Policy', wider)
  }
}
