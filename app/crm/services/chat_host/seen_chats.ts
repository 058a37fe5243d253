import type { Permission } from '#crm/auth/permissions'
import type User from '#crm/models/user'
import { settingsOf } from '#crm/services/settings'

/** Milliseconds for which a company's choice may be out of date in another process. */
const FRESH_FOR_MS = 1000

const known = new Map<string, { all: Promise<boolean>; readAt: number }>()

/**
 * Whether a company has taken from its employees what their role holds: to see all chats. Asked with every request
 * to the chat, so the choice is read once a second.
 */
export async function isTakenFrom({ role, tenantId }: User, permission: Permission) {
  return permission === 'see all chats' && role === 'employee' && !(await employeesSeeAll(tenantId))
}

/** Forgets what was read, after a company has chosen anew. */
export const forgetSeenChats = (tenantId: string) => void known.delete(tenantId)

function employeesSeeAll(tenantId: string): Promise<boolean> {
  const read = known.get(tenantId)
  if (read && Date.now() - read.readAt < FRESH_FOR_MS) return read.all
  const all = settingsOf(tenantId).then(({ employeesSeeAllChats }) => employeesSeeAllChats)
  all.catch(() => forgetSeenChats(tenantId))
  known.set(tenantId, { all, readAt: Date.now() })
  return all
}
