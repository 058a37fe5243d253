const USUALLY = 8000
const IN_A_HURRY = 1500
/** Milliseconds that an occasional attempt gets even in a hurry, for slow connections. */
const SLOW_LINE = 6000
const SLOW_EVERY = 4

/**
 * The timeouts of requests that only read. After a failure the browser's kept sockets may be dead: running requests are
 * aborted, and new attempts get little time until one succeeds.
 */
export class Patience {
  #failures = 0
  #waiting = new Set<AbortController>()

  /** The signal of a request that starts. */
  signal(): AbortSignal {
    const controller = new AbortController()
    this.#waiting.add(controller)
    setTimeout(() => {
      this.#waiting.delete(controller)
      controller.abort()
    }, this.ms)
    return controller.signal
  }

  get ms() {
    if (!this.#failures) return USUALLY
    return this.#failures % SLOW_EVERY ? IN_A_HURRY : SLOW_LINE
  }

  /** A request hangs or has failed: aborts the running ones. */
  hurry() {
    this.#failures++
    this.#giveUp()
  }

  /** The network is back: aborts running requests, and gives new ones the usual time. */
  renew() {
    this.calm()
    this.#giveUp()
  }

  calm() {
    this.#failures = 0
  }

  #giveUp() {
    for (const controller of this.#waiting) controller.abort()
    this.#waiting.clear()
  }
}
