import type { HttpContext } from '@adonisjs/core/http'
import type { AccessToken } from '@adonisjs/auth/access_tokens'
import type { ChatPermission, HostUser } from '#chat/contracts/crm_host'
import { requireLogin } from '#crm/auth/require_login'
import User from '#crm/models/user'
import { toIdOrNone } from '#crm/support/ids'
import { usersWhoCan } from '#crm/services/users'

const DEFAULT_TENANT = 'default'

/** Users it was asked about in a request, so that `can` needs no second look into the database. */
const models = new WeakMap<HostUser, User>()

function toHostUser(user: User): HostUser {
  const shown = { id: String(user.id), name: user.fullName, email: user.email, avatarUrl: null }
  models.set(shown, user)
  return shown
}

function loggedInTo(ctx: HttpContext) {
  const user = 'auth' in ctx ? (ctx.auth.user ?? ctx.auth.use('web').user) : undefined
  return user?.isActive ? user : null
}

export { requireLogin }

export function tenantOf(ctx: HttpContext) {
  return loggedInTo(ctx)?.tenantId ?? DEFAULT_TENANT
}

export function currentUser(ctx: HttpContext) {
  const user = loggedInTo(ctx)
  return user ? toHostUser(user) : null
}

export async function isStillLoggedIn(ctx: HttpContext) {
  const user: (User & { currentAccessToken?: AccessToken }) | null | undefined = loggedInTo(ctx)
  if (!user?.currentAccessToken) return Boolean(user)
  const token = await User.accessTokens.find(user, user.currentAccessToken.identifier)
  return token !== null && !token.isExpired()
}

export async function can(user: HostUser, permission: ChatPermission) {
  const model = models.get(user) ?? (await User.find(toIdOrNone(user.id)))
  return model?.can(permission) ?? false
}

export async function assignableUsers(tenantId: string) {
  const users = await usersWhoCan(tenantId, 'reply chat')
  return users.map(toHostUser)
}

export async function findUser(tenantId: string, userId: string) {
  const user = await User.query()
    .where({ tenant_id: tenantId, id: toIdOrNone(userId) })
    .first()
  return user ? toHostUser(user) : null
}
