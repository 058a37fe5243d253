import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { ChatService } from '#chat/services/chat_service'
import type { Bases } from '#chat/config/bases'
import { isWidgetHost } from '#chat/support/widget_address'

/** Whether it is one of the only routes that websites load. */
const isPublic = (path: string, bases: Bases) =>
  [bases.public, bases.visitorApi, bases.assets].some((base) => path.startsWith(`${base}/`))

/**
 * Keeps the CRM off the host name reserved for the widget: every other address there is 404 before a session is
 * opened, so that no cookie of the CRM shares an origin with the frame.
 */
@inject()
export default class WidgetHostMiddleware {
  constructor(protected chat: ChatService) {}

  handle({ request, response }: HttpContext, next: NextFn) {
    const { config } = this.chat
    if (isPublic(request.url(), config.bases) || !isWidgetHost(config, request)) return next()

    response.header('Cache-Control', 'no-store')
    response.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
    response.header('X-Content-Type-Options', 'nosniff')
    response.type('text/plain')
    return response.status(404).send('Not found')
  }
}
