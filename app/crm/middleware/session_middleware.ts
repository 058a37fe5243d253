import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Session } from '@adonisjs/session'
import Sessions from '@adonisjs/session/session_middleware'
import { SessionClaim } from '#crm/auth/session_claim'

/**
 * Opens the session of a request, and gives the browser its cookies anew when something in it has changed: to sign
 * and encrypt them with every response costs as much as storing a message. The cookies of a log-in are renewed with
 * its sign of life, which changes the session once a minute while it is used (`SessionClaim`).
 */
@inject()
export default class SessionMiddleware {
  constructor(protected sessions: Sessions<any>) {}

  handle(ctx: HttpContext, next: NextFn) {
    return this.sessions.handle(ctx, async () => {
      const answer = await next()
      if (isKept(ctx.session)) ctx.session.commit = async () => {}
      return answer
    })
  }
}

/** Whether the browser has a log-in's session already, as it is. */
const isKept = (session: Session) =>
  !session.hasBeenModified &&
  !session.hasRegeneratedSession &&
  session.responseFlashMessages.isEmpty &&
  SessionClaim.read(session) !== null
