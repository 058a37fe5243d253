import type { HttpContext } from '@adonisjs/core/http'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import { AuthNotInitialized, WrongUserModel } from '#chat/exceptions/setup_errors'
import { isInSession } from '#chat/host/host_sessions'
import { isByToken } from '#chat/http/bearer_token'

/** An access token as AdonisJS' guard leaves it on the user of a request. */
interface Token {
  isExpired(): boolean
}

interface TokenBearer {
  currentAccessToken?: { identifier: unknown }
}

interface TokenModel {
  accessTokens?: { find(user: LucidRow, identifier: unknown): Promise<Token | null> }
}

interface Guard {
  driverName: string
  user?: LucidRow
}

/** The authenticator that a host's `initialize_auth_middleware` gives a request; guards are named by the host. */
interface Authenticator {
  defaultGuard: string
  authenticatedViaGuard?: string
  use(guard: string): Guard
  checkUsing(guards: readonly string[]): Promise<boolean>
}

/** The users of a host, through its model and its guards. */
export class HostUsers {
  #model?: Promise<LucidModel>

  constructor(
    protected importModel: () => Promise<{ default: LucidModel }>,
    protected guards?: readonly string[]
  ) {}

  /**
   * The model, imported once.
   *
   * @throws WrongUserModel when the module's default export is no Lucid model
   */
  model() {
    return (this.#model ??= this.importModel().then(({ default: model }) => {
      if (typeof model?.query !== 'function') throw new WrongUserModel()
      return model
    }))
  }

  /** Runs the guards' authentication; a request without a logged-in user is no error. */
  async identify(ctx: HttpContext) {
    const auth = authOf(ctx)
    if (!auth) throw new AuthNotInitialized()
    if (!this.of(ctx)) await auth.checkUsing(this.#guardsOf(ctx, auth))
  }

  /** The user of a request, once they are identified; one of another guard of the host is none. */
  of(ctx: HttpContext): LucidRow | null {
    const auth = authOf(ctx)
    const guard = auth?.authenticatedViaGuard
    if (!auth || !guard || !this.#guardsOf(ctx, auth).includes(guard)) return null
    return auth.use(guard).user ?? null
  }

  /** What a request may log in with. One with a bearer token has no CSRF token: its session does not count. */
  #guardsOf({ request }: HttpContext, auth: Authenticator) {
    const guards = this.guards ?? [auth.defaultGuard]
    if (!isByToken(request)) return guards
    return guards.filter((name) => auth.use(name).driverName !== 'session')
  }

  async find(ids: string[]): Promise<Map<string, LucidRow>> {
    const model = await this.model()
    const users = await model.query().whereIn(model.primaryKey, [...new Set(ids)])
    return new Map(users.map((user) => [idOf(user), user]))
  }

  async findOne(id: string): Promise<LucidRow | null> {
    const found = await this.find([id])
    return found.get(id) ?? null
  }

  async all(constrain: (query: ReturnType<LucidModel['query']>) => unknown): Promise<LucidRow[]> {
    const model = await this.model()
    const query = model.query()
    constrain(query)
    return query
  }

  /** Requests whose user still exists and whose session or access token is still valid. */
  async stillLoggedIn(requests: HttpContext[]): Promise<[HttpContext, LucidRow][]> {
    const asked = requests.flatMap((ctx) => {
      const user = this.of(ctx)
      return user ? [{ ctx, user }] : []
    })
    if (!asked.length) return []
    const stored = await this.find(asked.map(({ user }) => idOf(user)))
    const good = await Promise.all(
      asked.map(async ({ ctx, user }): Promise<[HttpContext, LucidRow][]> => {
        const now = stored.get(idOf(user))
        const isGood = now && (await this.#holdsToken(user)) && (await isInSession(ctx, idOf(user)))
        return isGood ? [[ctx, now]] : []
      })
    )
    return good.flat()
  }

  async #holdsToken(user: LucidRow): Promise<boolean> {
    const { currentAccessToken } = user as TokenBearer
    const { accessTokens } = (await this.model()) as TokenModel
    if (!currentAccessToken || !accessTokens) return true
    const token = await accessTokens.find(user, currentAccessToken.identifier)
    return token !== null && !token.isExpired()
  }
}

export const idOf = (user: LucidRow) => String(user.$primaryKeyValue)

const authOf = (ctx: HttpContext) => (ctx as { auth?: Authenticator }).auth
