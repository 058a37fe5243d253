import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type Widget from '#chat/models/widget'
import { ChatLimits } from '#chat/http/chat_limits'
import { ChatService } from '#chat/services/chat_service'
import { notReadable } from '#chat/http/not_readable'
import { ACCEPTED_BODIES, hasBody } from '#chat/support/request_body'
import { OriginNotAllowed, WidgetNotFound } from '#chat/exceptions/chat_errors'
import { ownOrigins } from '#chat/support/widget_address'
import { isOriginAllowed } from '#chat/services/widgets/allowed_origins'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The active widget with the key in the URL. */
    chatWidget: Widget
  }
}

const CORS_METHODS = 'GET, POST, OPTIONS'
const CORS_HEADERS = 'Content-Type, X-Visitor-Token'

/**
 * Guards every public route: the widget exists and is on (else the same 404 for either reason), the website may use
 * it (else 403), and the address is within its limits (else 429).
 */
@inject()
export default class WidgetMiddleware {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  async handle(ctx: HttpContext, next: NextFn, body: keyof typeof ACCEPTED_BODIES = 'fields') {
    ctx.request.request.headers.accept = 'application/json'
    ctx.response.header('X-Content-Type-Options', 'nosniff')
    ctx.response.header('Cache-Control', 'no-store')

    const widget = await this.#widget(ctx.params.key)
    // Before the limit, so that an allowed website can read that it has to wait
    if (widget) this.#admit(ctx, widget)
    await this.limits.request(ctx.request.ip())
    if (!widget) throw new WidgetNotFound()
    if (hasBody(ctx) && !ctx.request.is(ACCEPTED_BODIES[body])) throw notReadable(body)

    ctx.chatWidget = widget
    if (ctx.request.method() === 'OPTIONS') return ctx.response.noContent()
    return next()
  }

  async #widget(key: string) {
    const widget = await this.chat.widgets.findActiveByKey(key)
    return widget && (await this.chat.host.isModuleEnabled(widget.tenantId)) ? widget : null
  }

  /** The frame's own requests come from this application; a website's from an allowed origin. */
  #admit({ request, response }: HttpContext, widget: Widget) {
    const origin = request.header('origin')
    response.vary('Origin')
    if (!origin || URL.parse(origin)?.host === request.header('host')) return
    const isOwn = ownOrigins(this.chat.config).includes(origin)
    if (!isOwn && !isOriginAllowed(widget.allowedOrigins, origin)) throw new OriginNotAllowed()
    response.header('Access-Control-Allow-Origin', origin)
    response.header('Access-Control-Allow-Methods', CORS_METHODS)
    response.header('Access-Control-Allow-Headers', CORS_HEADERS)
    response.header('Access-Control-Expose-Headers', 'Retry-After')
    response.header('Access-Control-Max-Age', '600')
  }
}
