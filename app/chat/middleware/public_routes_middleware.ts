import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { PublicRoutes } from '#chat/http/public_routes'

/** The server's first middleware: answers visitors' requests, and passes all others on. */
@inject()
export default class PublicRoutesMiddleware {
  constructor(protected routes: PublicRoutes) {}

  handle(ctx: HttpContext, next: NextFn) {
    return this.routes.answer(ctx) ?? next()
  }
}
