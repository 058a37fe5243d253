import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'

/**
 * Lets one process at a time hand out a tenant's conversations, until the transaction ends. Always taken
 * first, and by nothing but the router, so that it cannot take part in a deadlock.
 *
 * What is read after it is what the one before has committed: loads stay balanced, the oldest is first.
 */
export const lockRouting = (tenantId: string, trx: TransactionClientContract) =>
  lockNamed('routing', tenantId, trx)

/** Lets one process at a time say who serves what in a tenant; always taken first. */
export const lockDuties = (tenantId: string, trx: TransactionClientContract) =>
  lockNamed('duties', tenantId, trx)

async function lockNamed(name: string, tenantId: string, trx: TransactionClientContract) {
  await trx
    .knexQuery()
    .table(chatTable('counters'))
    .insert({ tenant_id: tenantId, name, value: 0 })
    .onConflict(['tenant_id', 'name'])
    .merge({ value: 0 })
}
