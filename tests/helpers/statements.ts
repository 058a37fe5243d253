import app from '@adonisjs/core/services/app'
import { Router } from '#chat/services/routing/router'
import { Courier } from '#chat/services/webhooks/courier'
import { chatTable } from '#chat/models/chat_model'
import db from '@adonisjs/lucid/services/db'

/** An SQL statement as it went to the database. */
export interface Statement {
  sql: string
  bindings: unknown[]
}

/** What each beat of the streams reads. */
const HEARTBEAT = /chat_messages. as .message. inner join/

/**
 * Runs something and answers with the SQL statements that it made on the chat's tables: BEGIN and
 * COMMIT are left out, and what the host, the router, the courier and the heartbeat ask of themselves.
 */
export async function statementsOf(
  work: () => Promise<unknown>,
  { heartbeats = false } = {}
): Promise<Statement[]> {
  const client = db.connection().getWriteClient()
  const seen: Statement[] = []
  const note = ({ sql, bindings }: Partial<Statement>) => {
    if (!heartbeats && HEARTBEAT.test(sql ?? '')) return
    if (sql?.includes(chatTable(''))) seen.push({ sql, bindings: bindings ?? [] })
  }
  const router = await app.container.make(Router)
  const courier = await app.container.make(Courier)
  await Promise.all([router.stop(), courier.stop()])
  client.on('query', note)
  try {
    await work()
  } finally {
    client.removeListener('query', note)
    router.start()
    courier.start()
  }
  return seen
}

/** How the database would run a statement, one line per step. */
export async function planOf({ sql, bindings }: Statement): Promise<string[]> {
  const isSqlite = db.connection().dialect.name !== 'mysql'
  const answer = await db.rawQuery(`${isSqlite ? 'explain query plan' : 'explain'} ${sql}`, [
    ...bindings,
  ] as never)
  if (isSqlite) return answer.map(({ detail }: { detail: string }) => detail)
  return answer[0].map((step: Record<string, unknown>) => {
    return `${step.table} type=${step.type} key=${step.key} rows=${step.rows} ${step.Extra ?? ''}`
  })
}
