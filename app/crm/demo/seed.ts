import User from '#crm/models/user'
import type { Role } from '#crm/auth/permissions'
import { seedLeads } from '#crm/demo/seed_leads'
import { seedPeople } from '#crm/demo/seed_people'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { saveSettings } from '#crm/services/settings'

const TENANT = 'default'

const USERS: { fullName: string; email: string; role: Role }[] = [
  { fullName: 'Alex Admin', email: 'admin@example.com', role: 'owner' },
  { fullName: 'Maria Manager', email: 'manager@example.com', role: 'manager' },
  { fullName: 'Anna Agent', email: 'agent@example.com', role: 'employee' },
  { fullName: 'Bob Busy', email: 'agent2@example.com', role: 'employee' },
]

/** Fills an empty CRM with users, people and leads; answers false and does nothing if it has users. */
export async function seedCrmDemo() {
  if (await User.first()) return false

  const users: User[] = []
  for (const user of USERS) {
    users.push(
      await User.create({ ...user, tenantId: TENANT, password: 'password', isActive: true })
    )
  }
  await saveSettings(TENANT, {
    companyName: 'Brightside Supplies',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  })
  await seedLeads(TENANT, users, await seedPeople(TENANT, users))
  await moduleSwitch.toggle('chat', TENANT, true)
  return true
}
