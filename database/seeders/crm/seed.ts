import User from '#crm/models/user'
import { DEMO_PASSWORD, DEMO_USERS } from '#crm/auth/demo_users'
import { seedLeads } from '#database/seeders/crm/seed_leads'
import { seedPeople } from '#database/seeders/crm/seed_people'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { saveSettings } from '#crm/services/settings'

const TENANT = 'default'

/** Fills an empty CRM with users, people and leads; answers false and does nothing if it has users. */
export async function seedCrmDemo() {
  if (await User.first()) return false

  const users: User[] = []
  for (const user of DEMO_USERS) {
    const row = { ...user, tenantId: TENANT, password: DEMO_PASSWORD, isActive: true }
    users.push(await User.create(row))
  }
  await saveSettings(TENANT, {
    companyName: 'Brightside Supplies',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  })
  const owners = users.filter(({ isCustomer }) => !isCustomer)
  await seedLeads(TENANT, owners, await seedPeople(TENANT, owners))
  await moduleSwitch.toggle('chat', TENANT, true)
  return true
}
