import type { HostTransaction, HostPerson, PersonDraft } from 'adonis-crm-chat'
import Person from '#crm/models/person'
import { claimPersonByEmail } from '#crm/services/people/claim_person'
import * as people from '#crm/services/people/find_people'
import { ownUserId } from '#crm/services/users'
import { toId, toIdOrNone } from '#crm/support/ids'
import { splitName } from '#crm/support/name'
import { normalizeEmail } from '#crm/support/email'

function toHostPerson(person: Person): HostPerson {
  return { id: String(person.id), name: person.name, email: person.email, url: person.url }
}

export async function findPerson(tenantId: string, personId: string, trx?: HostTransaction) {
  const person = await people.findPerson(tenantId, personId, trx)
  return person ? toHostPerson(person) : null
}

export async function findPersonByEmail(tenantId: string, email: string, trx?: HostTransaction) {
  const person = trx
    ? await claimPersonByEmail(tenantId, email, trx)
    : await people.findPersonByEmail(tenantId, email)
  return person ? toHostPerson(person) : null
}

export async function createPerson(tenantId: string, draft: PersonDraft, trx: HostTransaction) {
  const person = await Person.create(
    {
      tenantId,
      ...splitName(draft.name, draft.email),
      ownerId: await ownUserId(tenantId, toId(draft.ownerId), trx),
    },
    { client: trx }
  )
  return addContacts(person, draft, trx)
}

export async function completePerson(
  tenantId: string,
  personId: string,
  draft: PersonDraft,
  trx: HostTransaction
) {
  const person = await Person.query({ client: trx })
    .where({ tenant_id: tenantId, id: toIdOrNone(personId) })
    .forUpdate()
    .firstOrFail()

  person.lastName ??= missingLastName(person, draft.name)
  person.ownerId ??= await ownUserId(tenantId, toId(draft.ownerId), trx)
  await person.save()
  return addContacts(person, draft, trx)
}

/** A last name is only taken from a name that agrees with the first name which is known. */
function missingLastName(person: Person, name: string | null) {
  const { firstName, lastName } = splitName(name, null)
  return firstName.toLowerCase() === person.firstName.toLowerCase() ? lastName : null
}

/**
 * Adds an address and a number that are not known yet; the first of its kind becomes primary. Reads
 * with locks: plain reads would not see what was committed since the transaction began.
 */
async function addContacts(person: Person, draft: PersonDraft, trx: HostTransaction) {
  await person.useTransaction(trx).load('emails', (query) => query.forUpdate())
  await person.load('phones', (query) => query.forUpdate())
  const { tenantId, emails, phones } = person

  const normalized = draft.email ? normalizeEmail(draft.email) : null
  if (normalized && !emails.some((email) => email.normalized === normalized)) {
    await person.related('emails').create({
      tenantId,
      address: draft.email!.trim(),
      type: 'work',
      isPrimary: emails.length === 0,
      subscribed: false,
    })
  }

  const number = draft.phone?.trim().slice(0, 40)
  if (number && !phones.some((phone) => digits(phone.number) === digits(number))) {
    await person.related('phones').create({
      tenantId,
      number,
      type: 'work',
      isPrimary: phones.length === 0,
    })
  }
  await person.load('emails', (query) => query.forUpdate())
  return toHostPerson(person)
}

function digits(number: string) {
  return number.replace(/[^\d+]/g, '')
}
