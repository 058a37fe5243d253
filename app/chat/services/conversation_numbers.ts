import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'

const FIRST_NUMBER = 1001

/**
 * Gives the tenant's next conversation number (C1). The counter's row stays locked until the
 * transaction ends, so that two conversations never share a number.
 *
 * One statement makes the row or advances it: looking first would let two transactions wait for
 * each other.
 */
export async function nextConversationNumber(tenantId: string, trx: TransactionClientContract) {
  const table = chatTable('counters')
  const counter = { tenant_id: tenantId, name: 'conversation' }

  await trx
    .knexQuery()
    .table(table)
    .insert({ ...counter, value: FIRST_NUMBER })
    .onConflict(['tenant_id', 'name'])
    .merge({ value: trx.knexRawQuery('?? + 1', [`${table}.value`]) })

  const { value } = await trx.from(table).where(counter).select('value').firstOrFail()
  return Number(value)
}
