import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { websitePage } from '#chat/presenters/setup'

/**
 * The hosted test page: the widget as visitors have it, on the look of the website, for those who manage the
 * chat. The CRM's own origin may carry every widget; the page itself needs the log-in.
 */
@inject()
export default class WidgetTrialController {
  constructor(protected chat: ChatService) {}

  async show({ chatDesk, params, request, response, view }: HttpContext) {
    const widget = await this.chat.widgets.find(chatDesk.tenantId, params.id)
    const website = websitePage(widget)
    const isPlain = request.input('look') === 'plain' || !website
    if (!isPlain) this.#allowFrame(response, website)
    const { origin, host } = new URL(this.chat.config.publicUrl)
    return view.render('chat::settings/try', {
      widget,
      website,
      isPlain,
      loader: `/p/chat/${widget.publicKey}.js`,
      elsewhere: host === request.header('host') ? null : `${origin}${request.url()}`,
    })
  }

  /** The website stands in a sandbox of its own; a host without a policy needs no exception. */
  #allowFrame(response: HttpContext['response'], website: string) {
    const policy = response.getHeader('Content-Security-Policy')
    if (typeof policy !== 'string') return
    const { origin } = new URL(website)
    response.header(
      'Content-Security-Policy',
      policy.replace(/frame-src [^;]*/, (sources) => `${sources} ${origin}`)
    )
  }
}
