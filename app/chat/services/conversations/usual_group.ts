import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import {
  countAwaiting,
  markRead,
  storedRows,
  usualWrite,
  type StoredRows,
  type UsualMessage,
  type UsualWrite,
} from '#chat/services/conversations/usual_message'
import type { SqlRow, Statement, Statements } from '#chat/support/steps/statement'
import type { Steps } from '#chat/support/steps/steps'

/**
 * Usual messages of different conversations, in as many statements as one takes, on MySQL and MariaDB. Null stands for
 * those that are not stored this way: that are not usual, or whose conversation is locked, for which none of the others
 * waits.
 */
export function* storeGroup(
  messages: UsualMessage[],
  sql: Statements
): Steps<(StoredRows | null)[] | null> {
  const found = yield lockFree(messages, sql)
  const rows = new Map(found.rows.map((row) => [row.external_id as string, row]))
  const writes = messages.map((message) => usualWrite(message, named(message, rows)))
  const usual = writes.filter((write) => write !== null)
  if (usual.length === 0) return null

  for (const write of usual) yield* markRead(write, sql)
  const { insertedId } = yield insertAll(usual, sql)
  yield updateAll(usual)
  // Agents by ascending id, as everywhere (ARCHITECTURE.md, order of locks)
  const byAgent = usual.toSorted((a, b) => a.conversation.agent_id - b.conversation.agent_id)
  for (const write of byAgent) yield* countAwaiting(write, sql)
  const idOf = (write: UsualWrite) =>
    insertedId! + usual.indexOf(write) * found.rows[0].auto_increment_step
  return writes.map((write) => write && storedRows(write, idOf(write)))
}

/** Waits for no lock: two groups in different orders would wait for each other. */
function lockFree(messages: UsualMessage[], sql: Statements) {
  const ids = messages.map(({ conversation }, index) => [`id${index}`, conversation.external_id])
  return sql.of(`conversations ${ids.length}`, Object.fromEntries(ids), (query, names) =>
    query
      .from(Conversation.table)
      .select('*')
      .select(query.client.raw('@@auto_increment_increment as auto_increment_step'))
      .whereIn('external_id', Object.values(names))
      .forUpdate()
      .skipLocked()
  )
}

/** The row of the conversation that a message names by all its columns. */
function named({ conversation }: UsualMessage, rows: Map<string, SqlRow>) {
  const row = rows.get(conversation.external_id as string)
  return Object.entries(conversation).every(([column, value]) => row?.[column] === value)
    ? row
    : undefined
}

function insertAll(writes: UsualWrite[], sql: Statements) {
  const values = writes.flatMap(({ message }, index) =>
    Object.entries(message).map(([column, value]) => [`${column} ${index}`, value])
  )
  return sql.of(`insert ${writes.length}`, Object.fromEntries(values), (query, names) =>
    query
      .insert(
        writes.map(({ message }, index) =>
          Object.fromEntries(Object.keys(message).map((c) => [c, names[`${c} ${index}`]]))
        )
      )
      .into(Message.table)
  )
}

/** Joins the conversations with the rows' new values: each gets all columns that any of them changes. */
function updateAll(writes: UsualWrite[]): Statement {
  const columns = [...new Set(writes.flatMap(({ changes }) => Object.keys(changes)))]
  const places = ['cast(? as unsigned) as id', ...columns.map((column) => `? as ${column}`)]
  const row = `select ${places.join(', ')}`
  const table = `\`${Conversation.table}\``
  const set = columns.map((column) => `${table}.${column} = moved.${column}`)
  return {
    sql:
      `update ${table} join (${writes.map(() => row).join(' union all ')}) as moved ` +
      `on moved.id = ${table}.id set ${set.join(', ')}`,
    values: writes.flatMap(({ conversation, changes }) => [
      conversation.id,
      ...columns.map((column) => (column in changes ? changes[column] : conversation[column])),
    ]),
  }
}
