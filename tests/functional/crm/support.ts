import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import { settingsVersion } from 'adonis-crm-chat'
import User from '#crm/models/user'
import type { Role } from '#crm/auth/permissions'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import type { PersonInput } from '#crm/services/people/save_person'
import type { LeadInput } from '#crm/services/leads/save_lead'

const TABLES = [
  'timeline_entries',
  'label_lead',
  'label_person',
  'leads',
  'tickets',
  'person_emails',
  'person_phones',
  'people',
  'labels',
  'pipeline_stages',
  'counters',
  'modules',
  'settings',
  'auth_access_tokens',
  'users',
  'first_links',
]

/** Leaves a CRM without any data behind, before a test and after it. */
export async function emptyCrm() {
  await clear()
  return clear
}

async function clear() {
  for (const table of TABLES) await db.from(table).delete()
  moduleSwitch.forget()
  await settingsVersion.advance()
}

/** Runs a command of Ace and catches what it prints. */
export async function printedBy(name: string, input: string[]) {
  const printed: string[] = []
  const { write } = process.stdout
  process.stdout.write = (text: unknown) => printed.push(String(text)) > 0
  try {
    const { exitCode } = await ace.exec(name, input)
    return { exitCode, output: printed.join('') }
  } finally {
    process.stdout.write = write
  }
}

/** A user who works here; email and name follow from the role unless given. */
export function createUser(role: Role, overrides: Partial<User> = {}) {
  return User.create({
    tenantId: 'default',
    fullName: `${role} user`,
    email: `${role}@crm.example`,
    password: 'secret-password',
    role,
    isActive: true,
    ...overrides,
  } as Partial<User>)
}

export function personInput(overrides: Partial<PersonInput> = {}): PersonInput {
  return {
    firstName: 'Jane',
    lastName: 'Doe',
    ownerId: null,
    emails: [],
    phones: [],
    labelIds: [],
    ...overrides,
  }
}

export function leadInput(overrides: Partial<LeadInput> = {}): LeadInput {
  return {
    title: 'A website',
    description: null,
    amount: null,
    currency: 'EUR',
    source: null,
    stageId: null,
    personId: null,
    ownerId: null,
    labelIds: [],
    ...overrides,
  }
}
