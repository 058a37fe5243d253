import { setTimeout as wait } from 'node:timers/promises'

/**
 * Work that uses the database, and that the end of the process waits for: a query after the database has been closed
 * would open it again, and the process would never end.
 */
export class WorkUnderWay {
  #pending = new Set<Promise<void>>()

  /** Counts a piece of work until it has ended, and returns it. */
  add<Result>(work: Promise<Result>): Promise<Result> {
    const settled = work
      .then(
        () => {},
        () => {}
      )
      .finally(() => this.#pending.delete(settled))
    this.#pending.add(settled)
    return work
  }

  /** Resolves when all has ended, including what is added meanwhile, or after `patienceMs`. */
  async drain(patienceMs: number): Promise<void> {
    const until = Date.now() + patienceMs
    while (this.#pending.size && Date.now() < until) {
      const late = wait(until - Date.now(), undefined, { ref: false })
      await Promise.race([Promise.all(this.#pending), late])
    }
  }
}

/** Requests of this process, and rounds that no one waits for. */
export const workUnderWay = new WorkUnderWay()
