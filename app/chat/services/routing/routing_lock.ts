import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'

/** The counter whose row is the lock, and whose value is the round up to which the queue has been served. */
export const ROUTING = 'routing'

/**
 * Lets one process at a time assign a tenant's conversations, until the transaction ends. Only the assignment takes
 * it, and always first, so that it cannot deadlock.
 *
 * Reads that follow see what the previous holder committed: loads stay balanced, and the oldest conversation is
 * first.
 */
export const lockRouting = (tenantId: string, trx: TransactionClientContract) =>
  lockNamed(ROUTING, tenantId, trx)

/** Lets one process at a time change who serves what in a tenant; always taken first. */
export const lockAgentSettings = (tenantId: string, trx: TransactionClientContract) =>
  lockNamed('duties', tenantId, trx)

async function lockNamed(name: string, tenantId: string, trx: TransactionClientContract) {
  const table = chatTable('counters')
  await trx
    .knexQuery()
    .table(table)
    .insert({ tenant_id: tenantId, name, value: 0 })
    .onConflict(['tenant_id', 'name'])
    .merge({ value: trx.knexRawQuery('??', [`${table}.value`]) })
}
