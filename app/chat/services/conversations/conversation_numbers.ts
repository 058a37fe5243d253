import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'

const FIRST_NUMBER = 1001

/**
 * The tenant's next conversation number (C1). The counter's row stays locked until the transaction ends, so that two
 * conversations never share a number.
 *
 * One upsert creates or advances the row: two transactions that both read first would deadlock.
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
