import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Logger } from '@adonisjs/core/logger'
import { searchIndexOf } from '#chat/services/inbox/search/index/search_indexes'

const EVERY_MS = 5000

/**
 * Keeps the search index of a SQLite database filled, in small steps, and removes from it what the database no longer
 * has. Does nothing on other databases. Several processes may run it: each step is one transaction.
 */
export class SearchIndexWorker {
  #timer?: NodeJS.Timeout
  #running?: Promise<void>
  #isStopped = true

  constructor(
    protected client: QueryClientContract,
    protected logger: Logger
  ) {}

  start() {
    this.#isStopped = false
    clearInterval(this.#timer)
    this.#timer = setInterval(() => this.#round(), EVERY_MS)
    this.#timer.unref()
  }

  /** Resolves when no step is running any more. */
  async stop() {
    this.#isStopped = true
    clearInterval(this.#timer)
    await this.#running
  }

  #round() {
    this.#running ??= (
      searchIndexOf(this.client)?.round(() => this.#isStopped) ?? Promise.resolve()
    )
      .catch((error: unknown) =>
        this.logger.warn({ err: error }, 'the search index was not filled')
      )
      .finally(() => (this.#running = undefined))
  }
}
