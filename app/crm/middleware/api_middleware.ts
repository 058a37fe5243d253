import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import SessionMiddleware from '@adonisjs/session/session_middleware'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import InitializeAuthMiddleware from '@adonisjs/auth/initialize_auth_middleware'

/**
 * Finds out whom a program's request is from, without asking anybody to log in: by its bearer token,
 * or else by the session of the CRM. Only what a browser sends by itself can be forged from elsewhere,
 * so requests of a session need the CSRF token, while those with a bearer token neither read nor set
 * a cookie.
 */
@inject()
export default class ApiMiddleware {
  #initializeAuth = new InitializeAuthMiddleware()

  constructor(
    protected session: SessionMiddleware<any>,
    protected shield: ShieldMiddleware
  ) {}

  handle(ctx: HttpContext, next: NextFn) {
    const isByToken = ctx.request.header('authorization') !== undefined
    return isByToken ? this.#byToken(ctx, next) : this.#bySession(ctx, next)
  }

  #byToken(ctx: HttpContext, next: NextFn) {
    return this.#initializeAuth.handle(ctx, async () => {
      await ctx.auth.checkUsing(['api'])
      return next()
    })
  }

  #bySession(ctx: HttpContext, next: NextFn) {
    return this.session.handle(ctx, () =>
      this.#initializeAuth.handle(ctx, async () => {
        const isKnown = await ctx.auth.checkUsing(['web'])
        return isKnown ? this.shield.handle(ctx, next) : next()
      })
    )
  }
}
