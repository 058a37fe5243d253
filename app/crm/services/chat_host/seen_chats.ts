import { settingsVersion, type ReadMark } from 'adonis-crm-chat'
import type { Permission } from '#crm/auth/permissions'
import type User from '#crm/models/user'
import { settingsOf } from '#crm/services/settings'

const known = new Map<string, { all: Promise<boolean>; readAt: ReadMark }>()

/**
 * Whether a company has taken from its employees what their role holds: to see all chats. Asked with every request
 * to the chat, so the choice is kept until it changes.
 */
export async function isTakenFrom({ role, tenantId }: User, permission: Permission) {
  return permission === 'see all chats' && role === 'employee' && !(await employeesSeeAll(tenantId))
}

function employeesSeeAll(tenantId: string): Promise<boolean> {
  const read = known.get(tenantId)
  if (read && settingsVersion.holds(read.readAt)) return read.all
  const readAt = settingsVersion.mark()
  const all = settingsOf(tenantId).then(({ employeesSeeAllChats }) => employeesSeeAllChats)
  all.catch(() => known.delete(tenantId))
  known.set(tenantId, { all, readAt })
  return all
}
