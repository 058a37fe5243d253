import { readFile } from 'node:fs/promises'
import { inject } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import { answerPage } from '#chat/http/reader_language'
import { sendCompressed } from '#chat/http/send_compressed'
import { ChatService } from '#chat/services/chat_service'
import { loaderConfig, scriptSafeJson } from '#chat/transformers/widget_config'
import type { WidgetLook } from '#chat/transformers/widget_look'
import type Widget from '#chat/models/widget'
import { lookValidator } from '#chat/validators/widget/look'
import { isOriginAllowed } from '#chat/services/widgets/allowed_origins'
import { builtFile, LOADERS } from '#chat/support/package_files'
import { baseOf, ownOrigins } from '#chat/support/widget_address'
import { CompressedTexts } from '#chat/support/compressed_text'

/** A response to a website that may not embed the widget is not cached: the website may be allowed soon. */
function refusesPage({ allowedOrigins }: Widget, page: string | undefined) {
  const origin = page && URL.parse(page)?.origin
  return Boolean(origin) && !isOriginAllowed(allowedOrigins, origin!)
}

const sources = new Map<string, Promise<string>>()

/** Read once; in development again every time, so that a rebuild shows. */
function readLoader({ consentText }: Widget) {
  const name = consentText === null ? LOADERS.plain : LOADERS.withConsent
  const known = app.inProduction && sources.get(name)
  if (known) return known
  const source = readFile(builtFile(name), 'utf8')
  sources.set(name, source)
  return source
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
    const source = await readLoader(chatWidget)
    const { config: addresses } = this.chat
    const base = baseOf(addresses, request)
    const config = scriptSafeJson(loaderConfig(chatWidget, base, ownOrigins(addresses), look))
    const script = source.replace('__CRM_CHAT_CONFIG__', () => config)

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
}
