import type { Role } from '#crm/auth/permissions'

/** Printed by `npm start` and in the README: readers of either can log in to a demo. */
export const DEMO_PASSWORD = 'password'

export const DEMO_USERS: { fullName: string; email: string; role: Role }[] = [
  { fullName: 'Alex Admin', email: 'admin@example.com', role: 'owner' },
  { fullName: 'Maria Manager', email: 'manager@example.com', role: 'manager' },
  { fullName: 'Anna Agent', email: 'agent@example.com', role: 'employee' },
  { fullName: 'Bob Busy', email: 'agent2@example.com', role: 'employee' },
  { fullName: 'Carla Customer', email: 'customer@example.com', role: 'customer' },
]
