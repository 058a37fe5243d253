import db from '@adonisjs/lucid/services/db'
import Person from '#crm/models/person'
import { ownLabelIds } from '#crm/services/labels'
import { ownUserId } from '#crm/services/users'
import { normalizeEmail } from '#crm/support/email'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

interface Contact {
  type: string
  isPrimary: boolean
}

export interface PersonInput {
  firstName: string
  lastName: string | null
  ownerId: number | null
  emails: (Contact & { address: string })[]
  phones: (Contact & { number: string })[]
  labelIds: number[]
}

/** Creates a person, or changes an existing one to be as given; whole or not at all. */
export function savePerson(tenantId: string, input: PersonInput, person = new Person()) {
  return db.transaction(async (trx) => {
    const ownerId = await ownUserId(tenantId, input.ownerId, trx)
    person.useTransaction(trx)
    await person
      .merge({ tenantId, firstName: input.firstName, lastName: input.lastName, ownerId })
      .save()
    await saveEmails(person, input.emails, trx)
    await savePhones(person, input.phones, trx)
    await person.related('labels').sync(await ownLabelIds(tenantId, input.labelIds, trx))
    return person
  })
}

/** Keeps the rows of addresses that stay, and with them whether they are subscribed. */
async function saveEmails(
  person: Person,
  emails: PersonInput['emails'],
  trx: TransactionClientContract
) {
  const wanted = withOnePrimary(uniqueBy(emails, (email) => normalizeEmail(email.address)))
  const known = await person.related('emails').query().useTransaction(trx)

  for (const row of known) {
    if (!wanted.some((email) => normalizeEmail(email.address) === row.normalized)) {
      await row.delete()
    }
  }
  for (const email of wanted) {
    const normalized = normalizeEmail(email.address)
    const row = known.find((candidate) => candidate.normalized === normalized)
    if (row) await row.merge(email).save()
    else await person.related('emails').create({ ...email, tenantId: person.tenantId })
  }
}

async function savePhones(
  person: Person,
  phones: PersonInput['phones'],
  trx: TransactionClientContract
) {
  const wanted = withOnePrimary(uniqueBy(phones, (phone) => phone.number))
  await person.related('phones').query().useTransaction(trx).delete()
  for (const phone of wanted) {
    await person.related('phones').create({ ...phone, tenantId: person.tenantId })
  }
}

function uniqueBy<T>(items: T[], keyOf: (item: T) => string) {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

function withOnePrimary<T extends Contact>(items: T[]) {
  const chosen = Math.max(
    0,
    items.findIndex((item) => item.isPrimary)
  )
  return items.map((item, index) => ({ ...item, isPrimary: index === chosen }))
}
