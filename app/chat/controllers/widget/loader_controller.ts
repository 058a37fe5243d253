import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { answerPage } from '#chat/http/reader_language'
import { sendCompressed } from '#chat/http/send_compressed'
import { ChatService } from '#chat/services/chat_service'
import { loaderConfig, scriptSafeJson } from '#chat/transformers/widget_config'
import type { WidgetLook } from '#chat/transformers/widget_look'
import type Widget from '#chat/models/widget'
import { lookValidator } from '#chat/validators/widget/look'
import { pushesReplies } from '#chat/services/notifications/visitors/visitor_browsers'
import { isOriginAllowed } from '#chat/services/widgets/allowed_origins'
import { builtScript } from '#chat/support/built_script'
import { baseOf, ownOrigins, visitorApi } from '#chat/support/widget_address'
import { CompressedTexts } from '#chat/support/compressed_text'

/** A response to a website that may not embed the widget is not cached: the website may be allowed soon. */
function refusesPage({ allowedOrigins }: Widget, page: string | undefined) {
  const origin = page && URL.parse(page)?.origin
  return Boolean(origin) && !isOriginAllowed(allowedOrigins, origin!)
}

const compressed = new CompressedTexts()

/** The script that a website includes: one file with its widget's settings in it. */
@inject()
export default class LoaderController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const look = await lookValidator.validate(ctx.request.qs())
    return answerPage(ctx, look.language, () => this.#script(ctx, look))
  }

  async #script({ chatWidget, request, response }: HttpContext, look: WidgetLook) {
    await this.chat.widgets.firstVisits.note(
      chatWidget,
      request.header('referer'),
      request.header('host')
    )
    const asks = chatWidget.consentText !== null
    const source = await builtScript(asks ? 'loader_with_consent' : 'loader')
    const { config: addresses } = this.chat
    const base = baseOf(addresses, request)
    const rules = await this.#rules(chatWidget, base)
    const config = { ...loaderConfig(chatWidget, base, ownOrigins(addresses), look) }
    // Where consent is asked for, the second stage waits for it
    if (asks) config.rules = rules
    const script =
      source.replace('__CRM_CHAT_CONFIG__', () => scriptSafeJson(config)) +
      (rules && !asks ? `import(${scriptSafeJson(rules)}).catch(()=>{})` : '')

    response.header('Content-Type', 'text/javascript; charset=utf-8')
    const isRefused = refusesPage(chatWidget, request.header('referer'))
    response.header('Cache-Control', isRefused ? 'no-store' : 'public, max-age=60')
    response.header('Cross-Origin-Resource-Policy', 'cross-origin')
    response.header('X-Content-Type-Options', 'nosniff')
    response.vary('Accept-Language')
    response.setEtag(script)
    if (response.fresh()) return response.status(304).send(null)

    return sendCompressed({ request, response }, script, compressed)
  }

  /** The address of the second stage; undefined where the widget has neither proactive messages nor pushes. */
  async #rules(widget: Widget, base: string) {
    const rules = await this.chat.proactive.active.of(widget)
    const isNeeded = rules.length > 0 || pushesReplies(widget)
    return isNeeded ? `${base}${visitorApi(widget.publicKey)}/rules.js` : undefined
  }
}
