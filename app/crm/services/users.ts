import User from '#crm/models/user'
import { CUSTOMER, rolesHolding, type Permission } from '#crm/auth/permissions'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** The users of a tenant who may own a person or lead, by name. */
export function ownersOf(tenantId: string, client?: QueryClientContract) {
  return User.query({ client })
    .where('tenant_id', tenantId)
    .where('is_active', true)
    .whereNot('role', CUSTOMER)
    .orderBy('full_name')
}

/** The active users of a tenant who hold a permission, by name. */
export function usersWhoCan(tenantId: string, permission: Permission) {
  return ownersOf(tenantId).whereIn('role', rolesHolding(permission))
}

/** The id if it is a user of the tenant, else null. */
export async function ownUserId(tenantId: string, id: number | null, client?: QueryClientContract) {
  if (id === null) return null
  const user = await User.query({ client }).where({ tenant_id: tenantId, id }).first()
  return user?.id ?? null
}
