import { reconnectDelay } from '../backoff.js'
import { RequestError } from './request_error.js'

/** Schedules retries: with growing, uneven pauses, and never before the server's `Retry-After`. */
export class RetryClock {
  /** When a limit was hit, the time at which it goes on. */
  limitedUntil = 0

  #notBefore = 0
  #failures = 0
  #failingSince = 0
  #timer?: ReturnType<typeof setTimeout>

  constructor(private onDue: () => void) {}

  /** Milliseconds left of the server's `Retry-After`. */
  get pause() {
    return Math.max(0, this.#notBefore - Date.now())
  }

  succeeded() {
    this.#failures = this.limitedUntil = this.#notBefore = 0
  }

  /** Without `comesBack` only the server's wish is remembered, and something else has to try again. */
  failed(error: unknown, comesBack: boolean) {
    if (!this.#failures++) this.#failingSince = Date.now()
    const { retryAfter = 0, status = 0 } = error instanceof RequestError ? error : {}
    const pause = status === 429 ? Math.max(retryAfter, 1000) : retryAfter
    if (pause) this.#notBefore = Date.now() + pause
    if (status === 429) this.limitedUntil = this.#notBefore
    if (!comesBack) return
    const downFor = Date.now() - this.#failingSince
    this.set(Math.max(pause, reconnectDelay(this.#failures, downFor, document.hidden)))
  }

  /** Sets the timer to so many ms, replacing an earlier one. */
  set(ms: number) {
    this.clear()
    this.#timer = setTimeout(() => this.onDue(), ms)
  }

  clear() {
    clearTimeout(this.#timer)
  }
}
