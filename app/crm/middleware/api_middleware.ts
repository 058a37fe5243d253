import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import { SESSION_COOKIE } from '#config/session'
import { hasDemoPassword } from '#crm/auth/demo_password'
import SessionMiddleware from '#crm/middleware/session_middleware'
import InitializeAuthMiddleware from '@adonisjs/auth/initialize_auth_middleware'

/**
 * Finds the user of a program's request, without asking for a log-in: by its bearer token,
 * or else by the session of the CRM. Only what a browser sends on its own can be forged from elsewhere,
 * so requests of a session need the CSRF token. A request with a bearer token neither reads nor sets a
 * cookie; one without a session, or with one that is over, sets none.
 */
@inject()
export default class ApiMiddleware {
  #initializeAuth = new InitializeAuthMiddleware()

  constructor(
    protected session: SessionMiddleware,
    protected shield: ShieldMiddleware
  ) {}

  handle(ctx: HttpContext, next: NextFn) {
    const isByToken = ctx.request.header('authorization') !== undefined
    if (isByToken) return this.#byToken(ctx, next)
    const hasSession = ctx.request.cookiesList()[SESSION_COOKIE] !== undefined
    return hasSession ? this.#bySession(ctx, next) : this.#initializeAuth.handle(ctx, next)
  }

  #byToken(ctx: HttpContext, next: NextFn) {
    return this.#initializeAuth.handle(ctx, async () => {
      await ctx.auth.checkUsing(['api'])
      const guard = ctx.auth.use('api')
      if (guard.user && (await hasDemoPassword(guard.user))) guard.user = undefined
      return next()
    })
  }

  async #bySession(ctx: HttpContext, next: NextFn) {
    const answer = await this.session.handle(ctx, () =>
      this.#initializeAuth.handle(ctx, async () => {
        const isKnown = await ctx.auth.checkUsing(['web'])
        return isKnown ? this.shield.handle(ctx, next) : next()
      })
    )
    if (ctx.response.getStatus() === 401) ctx.response.removeHeader('Set-Cookie')
    return answer
  }
}
