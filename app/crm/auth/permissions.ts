import type { ChatPermission } from 'adonis-crm-chat'

const EVERYDAY = [
  'view people',
  'edit people',
  'view leads',
  'edit leads',
  'view tickets',
  'edit tickets',
] as const
const CLEANING_UP = ['delete people', 'delete leads'] as const
const ADMINISTRATION = ['manage modules', 'manage settings'] as const

/** The roles of those who work here. */
export const ROLES = ['owner', 'admin', 'manager', 'employee'] as const
/** A customer of the company: they have their own pages, and none of the CRM. */
export const CUSTOMER = 'customer'
export type Role = (typeof ROLES)[number] | typeof CUSTOMER

export type CrmPermission =
  (typeof EVERYDAY)[number] | (typeof CLEANING_UP)[number] | (typeof ADMINISTRATION)[number]

/** What can be asked of a user: the CRM's own permissions and those of its modules. */
export type Permission = CrmPermission | ChatPermission

const ANSWERING: ChatPermission[] = ['view chat', 'see all chats', 'reply chat']
const ALL_OF_CHAT: ChatPermission[] = [...ANSWERING, 'delete chat', 'manage chat']

const MANAGER: Permission[] = [...EVERYDAY, ...CLEANING_UP, ...ALL_OF_CHAT]

/** The one table that says which role may do what. */
const HELD: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set<Permission>([...MANAGER, ...ADMINISTRATION]),
  admin: new Set<Permission>([...MANAGER, ...ADMINISTRATION]),
  manager: new Set<Permission>(MANAGER),
  employee: new Set<Permission>([...EVERYDAY, ...ANSWERING]),
  customer: new Set(),
}

/** Whether a role holds a permission; an unknown role holds nothing. */
export function roleHolds(role: Role, permission: Permission) {
  return HELD[role]?.has(permission) ?? false
}

/** The roles that hold a permission, for queries over users. */
export function rolesHolding(permission: Permission): Role[] {
  return ROLES.filter((role) => roleHolds(role, permission))
}
