import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { requireLogin } from '#crm/auth/require_login'
import ForbiddenException from '#crm/exceptions/forbidden_exception'
import { wantsJson } from '#crm/support/wants_json'

/**
 * Lets active users through; sends others to the log-in page, programs a 401. Customers are sent to their own
 * pages, unless the route is for them as well.
 */
export default class AuthMiddleware {
  handle(ctx: HttpContext, next: NextFn, { withCustomers = false } = {}) {
    const { user } = ctx.auth.use('web')
    if (!user?.isActive) return requireLogin(ctx)
    if (withCustomers || !user.isCustomer) return next()
    if (wantsJson(ctx)) throw new ForbiddenException()
    return ctx.response.redirect().toPath('/portal')
  }
}
