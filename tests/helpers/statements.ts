import app from '@adonisjs/core/services/app'
import { AssignmentWorker } from '#chat/workers/assignment_worker'
import { DueWorker } from '#chat/workers/due_worker'
import { chatTable } from '#chat/models/chat_model'
import db from '@adonisjs/lucid/services/db'

/** The places of values in PostgreSQL. */
const NUMBERED = /\$\d+/g

/** An SQL statement as it went to the database, with `?` for its values. */
export interface Statement {
  sql: string
  bindings: unknown[]
}

/** What each beat of the streams reads and writes, what each process says of itself, and its looks at the settings. */
const HEARTBEAT =
  /chat_messages. as .message. inner join|chat_processes|chat_agents. set .last_active_at|select .value. from .\w+chat_counters. where .tenant_id. = \S+ and .name. = \S+ limit \S+$/

/**
 * Runs something and answers with the SQL statements that it made on the chat's tables, or on the host's as well, with
 * BEGIN and COMMIT; what the workers and the heartbeat ask of themselves is left out.
 */
export async function statementsOf(
  work: () => Promise<unknown>,
  { heartbeats = false, all = false } = {}
): Promise<Statement[]> {
  const client = db.connection().getWriteClient()
  const seen: Statement[] = []
  const note = ({ sql, bindings }: Partial<Statement>) => {
    if (!heartbeats && HEARTBEAT.test(sql ?? '')) return
    if (!sql || !(all || sql.includes(chatTable('')))) return
    seen.push({ sql: sql.replace(NUMBERED, '?'), bindings: bindings ?? [] })
  }
  const workers = await Promise.all([
    app.container.make(AssignmentWorker),
    app.container.make(DueWorker),
  ])
  await Promise.all(workers.map((worker) => worker.stop()))
  client.on('query', note)
  try {
    await work()
  } finally {
    client.removeListener('query', note)
    for (const worker of workers) worker.start()
  }
  return seen
}
