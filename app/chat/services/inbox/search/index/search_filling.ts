import { crc32 } from 'node:zlib'
import type Sqlite from 'better-sqlite3'
import { toSqlUtc } from '#chat/models/columns'
import { DateTime } from 'luxon'
import {
  fillingStatements,
  type ChangedVisitor,
  type Progress,
} from '#chat/services/inbox/search/index/filling_statements'
import { fold } from '#chat/services/inbox/search/folding'
import { piecesOf, wordsOf } from '#chat/services/inbox/search/index/index_tokens'

/** Changes are read again for so long: transactions do not end in the order of their timestamps. */
const OVERLAP_SECONDS = 15

/** Rows indexed in one transaction, during which nothing else runs in this process. */
export interface Step {
  messages: number
  visitors: number
}

/**
 * Brings a search index up to its database: new messages by id, which SQLite gives in the order of commits, and visitors
 * by `updated_at`, which moves with name and address. How far it has come is stored with the entries, in one
 * transaction, so that a crash loses nothing and processes do not do the same twice.
 */
export class SearchFilling {
  #statements: ReturnType<typeof fillingStatements>

  constructor(protected file: Sqlite.Database) {
    this.#statements = fillingStatements(file)
  }

  /** Indexes at most so much; returns whether the index has everything. */
  fill(most: Step): boolean {
    const { progress } = this.#statements
    const before = progress.get()!
    const { messages, visitors } = this.#changes(before, most)
    const hasNews = messages.length > 0 || visitors.some((each) => !this.#isKnown(each))
    if (hasNews) this.#inTransaction(() => this.#add(most))
    return messages.length < most.messages && visitors.length < most.visitors
  }

  /** Removes entries of what the database no longer has, starting at an id; returns the id to continue at. */
  sweep(from: number, most: number): number | null {
    const { entries, forgetEntry, goneVisitors, forgetVisitor, forgetPerson } = this.#statements
    const found = entries.all(from, most)
    const gone = found.filter(({ exists }) => !exists)
    const visitors = found.length < most ? goneVisitors.all() : []
    if (gone.length || visitors.length) {
      this.#inTransaction(() => {
        for (const { id } of gone) forgetEntry.run(id)
        for (const id of visitors) {
          forgetPerson.run(id)
          forgetVisitor.run(id)
        }
      })
    }
    return found.length < most ? null : found[found.length - 1].id + 1
  }

  /** Removes a conversation's entries. */
  forget(conversationId: number) {
    const { entriesOf, forgetEntry } = this.#statements
    this.#inTransaction(() => {
      for (const id of entriesOf.all(conversationId, 0, conversationId + 1, 0)) forgetEntry.run(id)
    })
  }

  #changes(from: Progress, most: Step) {
    const { newMessages, changedVisitors } = this.#statements
    return {
      messages: newMessages.all(from.message_id, most.messages),
      visitors: changedVisitors.all(from.visitor_at, from.visitor_id, most.visitors),
    }
  }

  #add(most: Step) {
    const { progress, addWords, advance } = this.#statements
    const from = progress.get()!
    const { messages, visitors } = this.#changes(from, most)
    // The index takes rows in the order of their ids several times faster
    const inOrder = [...messages].sort(
      (a, b) => a.conversation_id - b.conversation_id || a.seq - b.seq
    )
    for (const { conversation_id: id, seq, type, content } of inOrder) {
      if (type !== 'event') addWords.run(id, seq, wordsOf(content))
    }
    for (const visitor of visitors) this.#put(visitor)
    const last = messages.at(-1)
    advance.run({
      message: last?.id ?? null,
      uuid: last?.external_id ?? null,
      ...nextVisitor(from, visitors, most.visitors),
    })
  }

  #put({ id, name, email }: ChangedVisitor) {
    const { visitor, addPerson, forgetPerson, addVisitor, forgetVisitor } = this.#statements
    const digest = digestOf({ name, email })
    const known = visitor.get(id)
    if (known === (digest ?? undefined)) return
    if (known !== undefined) {
      forgetPerson.run(id)
      forgetVisitor.run(id)
    }
    if (digest === null) return
    addPerson.run(id, piecesOf(name, email))
    addVisitor.run(id, digest)
  }

  #isKnown(visitor: ChangedVisitor) {
    return this.#statements.visitor.get(visitor.id) === (digestOf(visitor) ?? undefined)
  }

  /** The first statement writes: a transaction that begins by reading cannot wait for another process. */
  #inTransaction(work: () => void) {
    this.file
      .transaction(() => {
        this.#statements.lock.run()
        work()
      })
      .deferred()
  }
}

/** Null for a visitor without name and address, who is not in the index. */
const digestOf = ({ name, email }: Pick<ChangedVisitor, 'name' | 'email'>) =>
  name || email ? crc32(`${fold(name ?? '')}\n${fold(email ?? '')}`) : null

function nextVisitor(from: Progress, visitors: ChangedVisitor[], most: number) {
  const last = visitors.at(-1)
  if (!last) return { at: from.visitor_at, id: from.visitor_id }
  if (visitors.length === most) return { at: last.updated_at, id: last.id }
  // A change from the future was written before the clock was set back
  const newest = DateTime.min(DateTime.fromSQL(last.updated_at, { zone: 'utc' }), DateTime.utc())
  const at = toSqlUtc(newest.minus({ seconds: OVERLAP_SECONDS }))
  return at > from.visitor_at ? { at, id: 0 } : { at: from.visitor_at, id: from.visitor_id }
}
