import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { chatClient, chatTable } from '#chat/models/chat_model'

/** Milliseconds for which what was read holds without another look at the version. */
const FRESH_FOR_MS = 1000

/** The counter that holds the version of the whole installation. */
const ROW = { tenant_id: '', name: 'settings' }

/** The moment of a read, taken before it. */
export interface ReadMark {
  readonly generation: number
  readonly at: number
}

/**
 * The version of all that hardly changes: widgets, their rules, webhooks, blocked addresses, the module's switch and
 * whatever settings of the host join in. One row for all processes: each change advances it in its own transaction, and
 * each process looks at it every beat (`SettingsWatch`), so that requests read none of these again while it stands.
 *
 * A change holds immediately in the process that makes it, and within a second in others. Without looks, as in a
 * console process or while the database does not answer, what was read holds for a second.
 */
export class SettingsVersion {
  #number = -1
  #generation = 0
  #lookedAt = -Infinity

  /** To be taken before a read, and kept with its result. */
  mark(): ReadMark {
    return { generation: this.#generation, at: performance.now() }
  }

  /** Whether what was read at that moment is still true, as far as a process may know. */
  holds(readAt: ReadMark): boolean {
    const isFresh = performance.now() - Math.max(readAt.at, this.#lookedAt) < FRESH_FOR_MS
    return isFresh && this.stands(readAt)
  }

  /** Whether no change since is known. A read that a change has overtaken may have missed it. */
  stands({ generation }: ReadMark): boolean {
    return generation === this.#generation
  }

  /** Finds out whether another process has changed something. A look that a change here overtakes says nothing. */
  async look(): Promise<void> {
    const { at, generation } = this.mark()
    const number = await this.#read(this.#client)
    if (generation !== this.#generation) return
    if (number !== this.#number) this.#changed(number)
    this.#lookedAt = at
  }

  /**
   * Advances the version with a change, last in its transaction, for the row stays locked until that ends. Without a
   * transaction, or with one of another database, right after the change.
   */
  async advance(trx?: TransactionClientContract): Promise<void> {
    const own = this.#client
    if (!trx) return this.#advance(own)
    if (trx.connectionName !== own.connectionName) {
      trx.after('commit', () => this.#advance(own))
      return
    }
    const number = await this.#write(trx)
    trx.after('commit', () => this.#changed(number))
  }

  get #client() {
    return chatClient(db)
  }

  /** What was read before holds no longer. */
  #changed(number: number) {
    this.#number = number
    this.#generation += 1
  }

  async #advance(client: QueryClientContract) {
    this.#changed(await this.#write(client))
  }

  async #read(client: QueryClientContract): Promise<number> {
    const row = await client.from(chatTable('counters')).where(ROW).select('value').first()
    return Number(row?.value ?? 0)
  }

  async #write(client: QueryClientContract): Promise<number> {
    const table = chatTable('counters')
    await client
      .knexQuery()
      .table(table)
      .insert({ ...ROW, value: 1 })
      .onConflict(['tenant_id', 'name'])
      .merge({ value: client.knexRawQuery('?? + 1', [`${table}.value`]) })
    return this.#read(client)
  }
}

/** The version that this process knows. */
export const settingsVersion = new SettingsVersion()
