import { sleep } from './net/tab_lock.js'

const GIVE_UP_AFTER = 30_000

/**
 * Runs one catch-up at a time. A request during a run starts exactly one more run afterwards, because the run may have
 * read too early to include its reason.
 */
export class CatchUp {
  #run = 0
  #running = false
  #again = false

  constructor(
    private work: () => Promise<void>,
    private onResult: (ok: boolean) => void
  ) {}

  /** Starts a catch-up, or one more after the current run. */
  request() {
    if (this.#running) this.#again = true
    else void this.#start()
  }

  /** Starts a catch-up without waiting for a run that may hang. */
  restart() {
    void this.#start()
  }

  async #start() {
    const run = ++this.#run
    this.#running = true

    let ok: boolean
    // After a failure the caller's timer decides, or a dead network would make this spin
    do {
      this.#again = false
      ok = await this.#once()
    } while (ok && this.#again && run === this.#run)

    if (run !== this.#run) return
    this.#running = this.#again = false
    this.onResult(ok)
  }

  /** A run that never ends must not block later ones */
  #once(): Promise<boolean> {
    const late = sleep(GIVE_UP_AFTER).then(() => false)
    const done = async () => this.work()
    return Promise.race([
      done().then(
        () => true,
        () => false
      ),
      late,
    ])
  }
}
