import type User from '#crm/models/user'
import type { ChatPermission } from '#chat/contracts/permissions'
import type { ChatWorld } from '#tests/helpers/chat_world'

/** Restricts a user to these permissions, whatever their role, while `work` runs. */
export async function withOnly(
  { chat: { host } }: ChatWorld,
  user: User,
  allowed: ChatPermission[],
  work: () => Promise<void>
) {
  const { can } = host
  host.can = async (asked, permission) =>
    asked.id === String(user.id) ? allowed.includes(permission) : can(asked, permission)
  try {
    await work()
  } finally {
    host.can = can
  }
}
