import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Keeps those who are logged in away from the log-in page. */
export default class GuestMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    if (ctx.auth.use('web').user) return ctx.response.redirect().toPath('/leads')
    return next()
  }
}
