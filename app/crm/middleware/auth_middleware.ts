import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { requireLogin } from '#crm/auth/require_login'

/** Lets active users through; sends everybody else to the log-in page, programs a 401. */
export default class AuthMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    return ctx.auth.use('web').user?.isActive ? next() : requireLogin(ctx)
  }
}
