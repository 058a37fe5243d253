import type { ChatPermission } from '#chat/contracts/permissions'

/** Decides whether a user of the host holds a permission of the chat. */
export type Access<User> = (user: User, permission: ChatPermission) => boolean | Promise<boolean>

/** What people who answer chats may do; everything else is for those who manage the chat. */
const OF_AGENTS: readonly ChatPermission[] = ['view chat', 'see all chats', 'reply chat']

interface Named {
  /** May do everything. */
  admins?: readonly string[]
  /** May read and answer all chats. */
  agents?: readonly string[]
}

const among = ({ admins = [], agents = [] }: Named, name: string, permission: ChatPermission) =>
  admins.includes(name) || (agents.includes(name) && OF_AGENTS.includes(permission))

/** Everyone who can log in answers and manages chats: right where all users are one small team. */
export const everyone = (): Access<unknown> => () => true

/** Users by their e-mail addresses. */
export function byEmail(people: Named): Access<{ email: string | null }> {
  // An empty variable of the environment is a list with one empty address
  const lower = (emails: readonly string[] = []) =>
    emails.map((email) => email.trim().toLowerCase()).filter(Boolean)
  const known = { admins: lower(people.admins), agents: lower(people.agents) }
  return ({ email }, permission) => among(known, email?.toLowerCase() ?? '', permission)
}

/** Users by a column of their model that holds the name of their role. */
export const byRole =
  <Column extends string>(column: Column, roles: Named): Access<Record<Column, unknown>> =>
  (user, permission) =>
    among(roles, String(user[column]), permission)

/** Users by the list of permissions that they hold, under the chat's names or those that `names` gives them. */
export const byPermissions =
  <User>(
    listOf: (user: User) => readonly string[] | Promise<readonly string[]>,
    names: Partial<Record<ChatPermission, string>> = {}
  ): Access<User> =>
  async (user, permission) => {
    const held = await listOf(user)
    return held.includes(names[permission] ?? permission)
  }

/** What an ability of `@adonisjs/bouncer` offers. */
interface Ability<User> {
  execute(user: User): unknown
}

/** Users by abilities of `@adonisjs/bouncer`; a permission without an ability is denied. */
export const byAbilities =
  <User>(abilities: Partial<Record<ChatPermission, Ability<User>>>): Access<User> =>
  async (user, permission) => {
    const answer = await abilities[permission]?.execute(user)
    return answer === true || (answer as { authorized?: boolean } | undefined)?.authorized === true
  }
