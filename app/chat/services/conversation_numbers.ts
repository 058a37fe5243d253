import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'

const FIRST_NUMBER = 1001

/**
 * Gives the tenant's next conversation number (C1). The counter's row stays locked until the
 * transaction ends, so that two conversations never share a number.
 */
export async function nextConversationNumber(tenantId: string, trx: TransactionClientContract) {
  const row = { tenant_id: tenantId, name: 'conversation' }
  const counter = () => trx.from(chatTable('counters')).where(row)

  const advance = () => counter().increment('value', 1)
  if (!Number(await advance())) {
    await trx
      .knexQuery()
      .table(chatTable('counters'))
      .insert({ ...row, value: FIRST_NUMBER - 1 })
      .onConflict(['tenant_id', 'name'])
      .ignore()
    await advance()
  }

  const { value } = await counter().select('value').firstOrFail()
  return Number(value)
}
