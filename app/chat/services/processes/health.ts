import { setTimeout as wait } from 'node:timers/promises'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** How long the database may take to answer, and for how long an answer holds; milliseconds. */
const PATIENCE_MS = 2000
const HOLDS_MS = 1000

/** Whether this process can serve: it is not ending, and its database answers. Asking costs one query a second at most. */
export class Health {
  #isEnding = false
  #asked?: { at: number; answer: Promise<boolean> }

  constructor(
    protected db: QueryClientContract,
    protected patienceMs = PATIENCE_MS
  ) {}

  /** From now on load balancers send new visitors elsewhere. */
  end() {
    this.#isEnding = true
  }

  async isWell(): Promise<boolean> {
    if (this.#isEnding) return false
    const now = performance.now()
    if (!this.#asked || now - this.#asked.at > HOLDS_MS) {
      this.#asked = { at: now, answer: this.#ask() }
    }
    return (await this.#asked.answer) && !this.#isEnding
  }

  async #ask() {
    const answers = this.db.rawQuery('select 1').then(
      () => true,
      () => false
    )
    return Promise.race([answers, wait(this.patienceMs, false, { ref: false })])
  }
}
