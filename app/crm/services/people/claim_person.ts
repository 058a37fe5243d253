import Person from '#crm/models/person'
import PersonEmail from '#crm/models/person_email'
import { normalizeEmail } from '#crm/support/email'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * Finds the person with an address for a caller that creates one if there is none: until the
 * transaction ends, other callers of the tenant wait here. The reads are locking ones, since
 * plain ones would not see what was committed while this waited.
 */
export async function claimPersonByEmail(
  tenantId: string,
  email: string,
  trx: TransactionClientContract
) {
  await waitForTurn(tenantId, trx)
  const address = await PersonEmail.query({ client: trx })
    .where({ tenant_id: tenantId, normalized: normalizeEmail(email) })
    .orderBy('person_id')
    .forUpdate()
    .first()
  if (!address) return null

  const person = await Person.query({ client: trx })
    .where({ tenant_id: tenantId, id: address.personId })
    .forUpdate()
    .firstOrFail()
  await person.load('emails', (emails) => emails.forUpdate())
  return person
}

async function waitForTurn(tenantId: string, trx: TransactionClientContract) {
  await trx
    .insertQuery()
    .table('counters')
    .insert({ tenant_id: tenantId, name: 'claims', value: 0 })
    .onConflict(['tenant_id', 'name'])
    .merge({ value: trx.knexRawQuery('??', ['counters.value']) })
}
