import type Sqlite from 'better-sqlite3'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { PLACE } from '#chat/services/inbox/search/index/filling_statements'
import type { Candidate } from '#chat/services/inbox/search/message_scan'

/** With more matching messages, reading the newest conversations is faster. */
export const MOST_MESSAGES = 5000

interface KnownVisitor {
  id: number
  name: string | null
  email: string | null
}

/**
 * What a search asks an index, compiled once per connection.
 *
 * @internal
 */
export function lookupStatements(file: Sqlite.Database) {
  const matching = 'from words where words match ?'
  return {
    visitors: file.prepare<[string, string, number], KnownVisitor>(
      `select v.id, v.name, v.email from people cross join truth.${Visitor.table} v on v.id = people.rowid
        where people match ? and v.tenant_id = ? order by people.rowid desc limit ?`
    ),
    count: file
      .prepare<[string], number>(
        `select count(*) from (select 1 ${matching} limit ${MOST_MESSAGES + 1})`
      )
      .pluck(),
    conversations: file
      .prepare<[string], number>(`select distinct rowid >> 24 ${matching}`)
      .pluck(),
    // In rising order: read backwards, FTS5 walks through a common word's whole list for each of several words
    seqs: file
      .prepare<[string, number, number, number, number], number>(
        `select rowid & 16777215 ${matching} and rowid >= ${PLACE} and rowid < ${PLACE} order by rowid`
      )
      .pluck(),
    message: file.prepare<[number, number, string], Candidate>(
      `select conversation_id as conversationId, seq, visibility, content
        from truth.${Message.table}
        where conversation_id = ? and seq = ? and tenant_id = ? and type <> 'event'`
    ),
  }
}
