import { setImmediate } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import {
  lookupStatements,
  MOST_MESSAGES,
} from '#chat/services/inbox/search/index/lookup_statements'
import { empty } from '#chat/services/inbox/search/index/search_file'
import { SearchFilling } from '#chat/services/inbox/search/index/search_filling'
import { pieceQuery, wordQuery } from '#chat/services/inbox/search/index/index_tokens'
import type { Candidate } from '#chat/services/inbox/search/message_scan'
import type { FoundVisitors } from '#chat/services/inbox/search/found_visitors'
import type { SearchTerms } from '#chat/services/inbox/search/search_terms'

/** What a search itself indexes before it asks; more is left to the worker, and the search reads without the index. */
const BEFORE_A_SEARCH = { messages: 300, visitors: 2000 }

/** What the worker indexes, and checks, before other requests have their turn. */
const AT_A_TIME = { messages: 200, visitors: 200 }
const SWEPT_AT_A_TIME = 2000

/** Candidates of one conversation that are compared; the index is right about nearly all. */
const MOST_IN_A_THREAD = 500

/** After an error the index rests for so long. */
const REST_MS = 60_000

/**
 * The search index of a SQLite database, in a file of its own that holds nothing but what the database has. Answers null
 * whenever it cannot answer: searches then read the database itself. Every answer is taken from the database's rows, so
 * that what is deleted is not found, and no tenant finds another's.
 */
export class SearchIndex {
  #filling: SearchFilling
  #statements: ReturnType<typeof lookupStatements>
  #restsUntil = 0
  #sweptTo = 0

  constructor(protected file: Sqlite.Database) {
    this.#filling = new SearchFilling(file)
    this.#statements = lookupStatements(file)
  }

  /** Visitors whose name or address has every term in it, the newest first. */
  visitors(tenantId: string, terms: SearchTerms, most: number): FoundVisitors | null {
    return this.#answer(() => {
      const found = this.#statements.visitors.all(pieceQuery(terms), tenantId, most)
      const ids = found.filter((visitor) => terms.inVisitor(visitor)).map(({ id }) => id)
      return { ids, isComplete: found.length < most }
    })
  }

  /** Conversations of all tenants with messages that may match; null also when there are too many. */
  conversations(terms: SearchTerms): number[] | null {
    const query = wordQuery(terms)
    if (!query) return null
    return this.#answer(() => {
      const { count, conversations } = this.#statements
      if (count.get(query)! > MOST_MESSAGES) return null
      return conversations.all(query)
    })
  }

  /** The newest matching message of a conversation; null also when the index was wrong about the newest candidates. */
  newestMatch(tenantId: string, conversationId: number, terms: SearchTerms): Candidate | null {
    const query = wordQuery(terms)
    if (!query) return null
    return this.#attempt(() => {
      const { seqs, message } = this.#statements
      const candidates = seqs.all(query, conversationId, 0, conversationId + 1, 0)
      for (const seq of candidates.slice(-MOST_IN_A_THREAD).reverse()) {
        const found = message.get(conversationId, seq, tenantId)
        if (found && terms.inMessage(found.content)) return found
      }
      return null
    })
  }

  /** Removes a deleted conversation. What a crash leaves, `round` removes later. */
  forget(conversationId: number) {
    this.#answer(() => this.#filling.forget(conversationId), { isFilledFirst: false })
  }

  /** Fills the index in small steps, and removes entries of deleted rows, a part of them each time. */
  async round(isStopped = () => false): Promise<void> {
    while (!isStopped()) {
      const isComplete = this.#attempt(() => this.#filling.fill(AT_A_TIME))
      if (isComplete !== false) break
      await setImmediate()
    }
    if (isStopped()) return
    this.#attempt(() => {
      this.#sweptTo = this.#filling.sweep(this.#sweptTo, SWEPT_AT_A_TIME) ?? 0
    })
  }

  /** Whether everything is indexed. */
  get isComplete() {
    return this.#attempt(() => this.#filling.fill(BEFORE_A_SEARCH)) === true
  }

  close() {
    this.file.close()
  }

  #answer<T>(work: () => T, { isFilledFirst = true } = {}): T | null {
    return this.#attempt(() => {
      const isCurrent = !isFilledFirst || this.#filling.fill(BEFORE_A_SEARCH)
      return isCurrent ? work() : null
    })
  }

  /** Null after an error: a damaged file is made anew, and another process that is writing is not waited for. */
  #attempt<T>(work: () => T): T | null {
    if (Date.now() < this.#restsUntil) return null
    try {
      return work()
    } catch (error) {
      const { code = '' } = error as { code?: string }
      if (code.startsWith('SQLITE_BUSY')) return null
      this.#restsUntil = Date.now() + REST_MS
      if (code.startsWith('SQLITE_CORRUPT')) empty(this.file)
      return null
    }
  }
}
