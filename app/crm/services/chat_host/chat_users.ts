import type { HttpContext } from '@adonisjs/core/http'
import type { AccessToken } from '@adonisjs/auth/access_tokens'
import type { HostUser, ChatPermission } from 'adonis-crm-chat'
import { requireLogin } from '#crm/auth/require_login'
import * as credentials from '#crm/auth/still_logged_in'
import User from '#crm/models/user'
import { isTakenFrom } from '#crm/services/chat_host/seen_chats'
import { toIdOrNone } from '#crm/support/ids'
import { usersWhoCan } from '#crm/services/users'

const DEFAULT_TENANT = 'default'

/** The users of requests, and by which token, so that `can` needs no second look into the database. */
const known = new WeakMap<HostUser, { user: User; token?: AccessToken }>()

function toHostUser(user: User, token = user.currentAccessToken): HostUser {
  const shown = { id: String(user.id), name: user.fullName, email: user.email, avatarUrl: null }
  known.set(shown, { user, token })
  return shown
}

export { requireLogin }

export function tenantOf(ctx: HttpContext) {
  return credentials.loggedInTo(ctx)?.tenantId ?? DEFAULT_TENANT
}

export function currentUser(ctx: HttpContext) {
  const user = credentials.loggedInTo(ctx)
  return user ? toHostUser(user) : null
}

export async function stillLoggedIn(requests: HttpContext[]) {
  const users = await credentials.stillLoggedIn(requests)
  return new Map(
    [...users].map(([request, user]) => {
      const token = credentials.loggedInTo(request)?.currentAccessToken
      return [request, toHostUser(user, token)]
    })
  )
}

export async function can(shown: HostUser, permission: ChatPermission) {
  const { user, token } = known.get(shown) ?? { user: await User.find(toIdOrNone(shown.id)) }
  if (!user?.can(permission, token)) return false
  return !(await isTakenFrom(user, permission))
}

export function isWithheldByToken(shown: HostUser, permission: ChatPermission) {
  const { user, token } = known.get(shown) ?? {}
  return Boolean(user?.holds(permission) && !user.can(permission, token))
}

export async function assignableUsers(tenantId: string) {
  const users = await usersWhoCan(tenantId, 'reply chat')
  return users.map((user) => toHostUser(user))
}

export async function findUser(tenantId: string, userId: string) {
  const user = await User.query()
    .where({ tenant_id: tenantId, id: toIdOrNone(userId) })
    .first()
  return user ? toHostUser(user) : null
}
