import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/auth'
import { wantsJson } from '#crm/support/wants_json'

/** Responds to a request without a user: the log-in page, which leads back here, or 401 for a program. */
export function requireLogin(ctx: HttpContext) {
  if (wantsJson(ctx)) {
    throw new errors.E_UNAUTHORIZED_ACCESS('Log in first', { guardDriverName: 'session' })
  }
  return ctx.response.redirect().withIntendedUrl().toPath('/login')
}
