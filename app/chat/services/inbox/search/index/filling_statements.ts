import type Sqlite from 'better-sqlite3'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'

/** A row's id in `words`: the conversation's id before 24 bits of `seq`. */
export const PLACE = '(? << 24 | ?)'

/** How far an index has come: the newest message, and the visitors up to a change. */
export interface Progress {
  message_id: number
  visitor_at: string
  visitor_id: number
}

interface NewMessage {
  id: number
  external_id: string
  conversation_id: number
  seq: number
  type: string
  content: string
}

/** A visitor whose name or address may have changed. */
export interface ChangedVisitor {
  id: number
  name: string | null
  email: string | null
  updated_at: string
}

/**
 * What fills a search index and removes from it, compiled once per connection.
 *
 * @internal
 */
export function fillingStatements(file: Sqlite.Database) {
  const [messages, visitors] = [Message.table, Visitor.table]
  return {
    lock: file.prepare('update progress set message_id = message_id'),
    progress: file.prepare<[], Progress>('select * from progress'),
    advance: file.prepare(
      `update progress set message_id = coalesce(:message, message_id),
        message_uuid = coalesce(:uuid, message_uuid), visitor_at = :at, visitor_id = :id`
    ),
    newMessages: file.prepare<[number, number], NewMessage>(
      `select id, external_id, conversation_id, seq, type, content from truth.${messages}
        where id > ? order by id limit ?`
    ),
    changedVisitors: file.prepare<[string, number, number], ChangedVisitor>(
      `select id, name, email, updated_at from truth.${visitors}
        where (updated_at, id) > (?, ?) order by updated_at, id limit ?`
    ),
    visitor: file.prepare<[number], number>('select digest from visitors where id = ?').pluck(),
    addVisitor: file.prepare('insert into visitors (id, digest) values (?, ?)'),
    forgetVisitor: file.prepare('delete from visitors where id = ?'),
    addPerson: file.prepare('insert into people (rowid, text) values (?, ?)'),
    forgetPerson: file.prepare('delete from people where rowid = ?'),
    addWords: file.prepare(`insert into words (rowid, text) values (${PLACE}, ?)`),
    forgetEntry: file.prepare('delete from words where rowid = ?'),
    entriesOf: file
      .prepare<[number, number, number, number], number>(
        `select id from words_docsize where id >= ${PLACE} and id < ${PLACE}`
      )
      .pluck(),
    entries: file.prepare<[number, number], { id: number; exists: number }>(
      `select id, exists (select 1 from truth.${messages}
          where conversation_id = id_of.id >> 24 and seq = id_of.id & 16777215) as "exists"
        from words_docsize id_of where id >= ? order by id limit ?`
    ),
    goneVisitors: file
      .prepare<[], number>(
        `select id from visitors where not exists
          (select 1 from truth.${visitors} there where there.id = visitors.id) limit 500`
      )
      .pluck(),
  }
}
