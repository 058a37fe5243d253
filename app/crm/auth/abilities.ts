import type { Permission } from '#crm/auth/permissions'
import type User from '#crm/models/user'

/** What an API token may be given: the permissions that a program can make use of, in words. */
const ABILITIES = {
  'view chat': 'Read conversations, messages, visitors, figures and the event stream',
  'see all chats': 'Not only those of your widgets and departments, and your own',
  'reply chat': 'Answer, take notes, assign, label, resolve, promote, convert and create tickets',
  'delete chat': 'Delete conversations',
  'manage chat': 'Change widgets, agents, departments, labels, canned responses and webhooks',
  'manage settings': 'Set what only administrators may, such as webhooks into your own network',
} satisfies Partial<Record<Permission, string>>

export type Ability = keyof typeof ABILITIES

/** Every ability by name. */
export const ABILITY_NAMES = Object.keys(ABILITIES) as Ability[]

/** Stands in a token for all that its owner may do. */
export const EVERY_ABILITY = '*'

/** What a user can give to a token: what they may do themselves. */
export const abilitiesOf = (user: User) => ABILITY_NAMES.filter((name) => user.can(name))

/** The abilities that a user can give, as a form offers them. */
export const abilityChoices = (user: User) =>
  abilitiesOf(user).map((name) => ({ name, hint: ABILITIES[name] }))
