import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

const FIRST_NUMBER = 1001

/**
 * Takes the tenant's next number of a lead or ticket. The counter's row stays locked until the transaction ends,
 * so that no two records get one number and a record that is not created leaves no gap.
 */
export async function nextRecordNumber(
  tenantId: string,
  name: 'leads' | 'tickets',
  trx: TransactionClientContract
) {
  const counter = { tenant_id: tenantId, name }

  /** One statement that takes the exclusive lock immediately: reading first would invite a deadlock. */
  await trx
    .insertQuery()
    .table('counters')
    .insert({ ...counter, value: FIRST_NUMBER })
    .onConflict(['tenant_id', 'name'])
    .merge({ value: trx.knexRawQuery('?? + 1', ['counters.value']) })

  const row = await trx.from('counters').where(counter).firstOrFail()
  return Number(row.value)
}
