import { Router, type HttpContext } from '@adonisjs/core/http'
import type { ApplicationService, EncryptionService, HttpRouterService } from '@adonisjs/core/types'
import type { Bases } from '#chat/config/bases'
import { answerVisitor } from '#chat/http/reader_language'
import { registerWidgetRoutes } from '#start/chat/widget_routes'

/**
 * The visitors' routes in a router of their own, which the host's middleware is no part of: no session is opened, no
 * cookie read or set, and no CSRF token asked for.
 */
export class PublicRoutes {
  #router: Router

  constructor(
    app: ApplicationService,
    encryption: EncryptionService,
    { qs }: HttpRouterService,
    bases: Bases
  ) {
    this.#router = new Router(app, encryption.use(), qs)
    registerWidgetRoutes(this.#router, bases)
    this.#router.commit()
  }

  /** Answers the request if it is for one of these routes; null if it is not. */
  answer(ctx: HttpContext): unknown {
    const { request } = ctx
    const url = request.url()
    // As it was sent: a form's `_method` is for pages of the host
    const { method = 'GET' } = request.request
    const found = this.#router.match(url, method, request.parsedUrl.shouldDecodeParam)
    if (!found) return null
    ctx.params = found.params
    ctx.route = found.route
    ctx.routeKey = found.routeKey
    const rethrow = (error: unknown) => Promise.reject(error)
    return answerVisitor(ctx, () =>
      found.route.execute(found.route, ctx.containerResolver, ctx, rethrow)
    )
  }
}
