import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import User from '#crm/models/user'

const TOKENS = 'auth_access_tokens'

interface LongRequest {
  request: HttpContext
  user: User
}

/** The user that a request's token or session belongs to, if they are active. */
export function loggedInTo(ctx: HttpContext): User | null {
  const user = 'auth' in ctx ? (ctx.auth.user ?? ctx.auth.use('web').user) : undefined
  return user?.isActive ? user : null
}

/**
 * Of long requests, those whose credential is still good, with their user as the database has them:
 * active, of the same tenant, the session not over, the token neither withdrawn nor expired. One read of
 * users, and one of tokens where there are any, however many requests there are.
 */
export async function stillLoggedIn(requests: HttpContext[]): Promise<Map<HttpContext, User>> {
  const asked = requests.flatMap((request): LongRequest[] => {
    const user = loggedInTo(request)
    return user ? [{ request, user }] : []
  })
  if (!asked.length) return new Map()
  const [users, tokens] = await Promise.all([usersOf(asked), goodTokensOf(asked)])
  const good = asked.flatMap(({ request, user: { id, tenantId, currentAccessToken } }) => {
    const user = users.get(id)
    if (!user?.isActive || user.tenantId !== tenantId) return []
    const isGood = currentAccessToken
      ? tokens.has(Number(currentAccessToken.identifier))
      : request.auth.use('web').stillHolds(user)
    return isGood ? [[request, user] as const] : []
  })
  return new Map(good)
}

async function usersOf(asked: LongRequest[]) {
  const users = await User.query().whereIn('id', [...new Set(asked.map(({ user }) => user.id))])
  return new Map(users.map((user) => [user.id, user]))
}

async function goodTokensOf(asked: LongRequest[]): Promise<Set<number>> {
  const tokens = asked.flatMap(({ user: { currentAccessToken } }) => currentAccessToken ?? [])
  if (!tokens.length) return new Set()
  const ids = [...new Set(tokens.map(({ identifier }) => Number(identifier)))]
  const rows = await db.from(TOKENS).whereIn('id', ids).select('id', 'expires_at')
  const isGood = (row: { expires_at: Date | number | null }) =>
    row.expires_at === null || new Date(row.expires_at) > new Date()
  return new Set(rows.filter(isGood).map(({ id }) => Number(id)))
}
