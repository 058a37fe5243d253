import string from '@adonisjs/core/helpers/string'
import { errors } from '@adonisjs/auth'
import { SessionGuard } from '@adonisjs/auth/session'
import type { SessionUserProviderContract } from '@adonisjs/auth/types/session'
import type { GuardConfigProvider } from '@adonisjs/auth/types'
import type { HttpContext } from '@adonisjs/core/http'
import { SessionClaim, type SessionAges } from '#crm/auth/session_claim'
import { hasDemoPassword } from '#crm/auth/demo_password'
import type User from '#crm/models/user'

type Users = SessionUserProviderContract<User>
type GuardArguments = ConstructorParameters<typeof SessionGuard<false, Users>>

/**
 * Logs in by the session, and looks at each request whether the user still has it: it ends with any
 * log-out of the user, with a new password, after a time without a request, and at a greatest age.
 */
export class CrmSessionGuard extends SessionGuard<false, Users> {
  #claim: SessionClaim | null = null
  #session: () => HttpContext['session']

  constructor(
    protected ages: SessionAges,
    ...[name, ctx, options, emitter, users]: GuardArguments
  ) {
    super(name, ctx, options, emitter, users)
    this.#session = () => ctx.session
  }

  async login(user: User) {
    const claim = SessionClaim.issue(user)
    claim.write(this.#session())
    await super.login(user)
    this.#claim = claim
  }

  /** @throws E_UNAUTHORIZED_ACCESS of a session that its user has no more */
  async authenticate(): Promise<User> {
    if (this.authenticationAttempted) return this.getUserOrFail()
    const user = await super.authenticate()
    const claim = SessionClaim.read(this.#session())
    if (claim?.holds(user, this.ages) && !(await hasDemoPassword(user))) {
      claim.renew(this.#session())
      this.#claim = claim
      return user
    }
    this.#forget()
    throw new errors.E_UNAUTHORIZED_ACCESS('The session is over', { guardDriverName: 'session' })
  }

  /** Ends all sessions of the user, on whatever devices, and this request's log-in. */
  async logout() {
    await this.user?.endSessions(this.#claim?.issuedAt)
    await super.logout()
    SessionClaim.forget(this.#session())
    this.#claim = null
  }

  /** Whether what this request has logged in with still holds for the user as they are by now. */
  stillHolds(user: User): boolean {
    return this.#claim?.holds(user, this.ages) ?? false
  }

  /** What a browser has that is logged in, for tests. */
  async authenticateAsClient(user: User) {
    const { session } = await super.authenticateAsClient(user)
    return { session: { ...session, ...SessionClaim.issue(user).fields } }
  }

  #forget() {
    this.#session().forget(this.sessionKeyName)
    SessionClaim.forget(this.#session())
    this.user = undefined
    this.isAuthenticated = false
  }
}

/** Names the guard in `config/auth.ts`; ages are time expressions, as `30 days`. */
export function crmSessionGuard(config: {
  provider: Users
  idleAge: string | number
  maxAge: string | number
}): GuardConfigProvider<(ctx: HttpContext) => CrmSessionGuard> {
  const [idleMs, maxMs] = [config.idleAge, config.maxAge].map(
    (age) => string.seconds.parse(age) * 1000
  )
  return {
    async resolver(name, app) {
      const emitter = await app.container.make('emitter')
      const options = { useRememberMeTokens: false } as const
      return (ctx) =>
        new CrmSessionGuard({ idleMs, maxMs }, name, ctx, options, emitter, config.provider)
    },
  }
}
