import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { PublicRoutes } from '#chat/http/public_routes'

/** The first middleware of the server: visitors' requests are answered here, and every other one goes on. */
@inject()
export default class PublicRoutesMiddleware {
  constructor(protected routes: PublicRoutes) {}

  handle(ctx: HttpContext, next: NextFn) {
    return this.routes.answer(ctx) ?? next()
  }
}
