import { pollDelay } from './backoff.js'
import { CatchUp } from './catch_up.js'
import type { Patience } from './patience.js'

export interface ReconcilerOptions {
  patience: Patience
  work(): Promise<void>
  /** Whether there is nothing but polling to learn of changes by. */
  polls(): boolean
  /** `recovered`: it worked, and the one before had failed. */
  onResult(recovered: boolean): void
}

/** A failed catch-up is tried again this long after it began, for as long as most outages last. */
const RETRY_EVERY = 1800
const SHORTEST_PAUSE = 300
const HURRY_FOR = 120_000
/** Milliseconds between full catch-ups, for changes that no heartbeat reports, such as read marks. */
const WHOLE_EVERY = 120_000

/**
 * Brings a page in line with the server: when asked, again after each failure, and at every poll. Knows whether
 * that has worked, and lets nothing that hangs stand in the way of what can be had now.
 */
export class Reconciler {
  failed = false
  isDone = false

  #failingSince = 0
  #triedAt = 0
  #activeAt = Date.now()
  #doneAt = Date.now()
  #next?: ReturnType<typeof setTimeout>
  #stopped = false
  #catchUp: CatchUp

  constructor(private options: ReconcilerOptions) {
    this.#catchUp = new CatchUp(
      () => this.#try(),
      (ok) => this.#ended(ok)
    )
  }

  /** Whether something has gone wrong since it last worked. */
  get isInTrouble() {
    return this.#failingSince > 0
  }

  /** Whether not everything was looked at for long. */
  get isDue() {
    return !document.hidden && Date.now() - this.#doneAt > WHOLE_EVERY
  }

  get isPlanned() {
    return this.#next !== undefined
  }

  resume() {
    this.#stopped = this.failed = this.isDone = false
  }

  stop() {
    this.#stopped = true
    clearTimeout(this.#next)
    this.#next = undefined
  }

  /** Catches up, or once more after the present run; `active` when a person is here. */
  request(active = false) {
    if (active) this.#activeAt = Date.now()
    this.#catchUp.request()
  }

  /** Nothing can have been missed: as good as a catch-up that has worked. */
  isWhole() {
    this.#ended(true)
  }

  /** Starts a catch-up: an earlier one may hang and, in a hurry, so may the next. */
  restart(isInAHurry = false) {
    this.#failingSince ||= Date.now()
    if (isInAHurry) this.options.patience.hurry()
    else this.options.patience.renew()
    this.#catchUp.restart()
  }

  #try() {
    this.#triedAt = Date.now()
    return this.options.work()
  }

  #ended(ok: boolean) {
    if (this.#stopped) return
    const recovered = ok && this.failed
    this.failed = !ok
    this.isDone = ok
    if (ok) {
      this.#failingSince = 0
      this.#doneAt = Date.now()
      this.options.patience.calm()
    } else {
      this.#failingSince ||= Date.now()
      this.options.patience.hurry()
    }
    this.#plan(ok)
    this.options.onResult(recovered)
  }

  #plan(ok: boolean) {
    clearTimeout(this.#next)
    this.#next = undefined
    if (ok && !this.options.polls()) return
    this.#next = setTimeout(() => {
      this.#next = undefined
      this.#catchUp.request()
    }, this.#pause(ok))
  }

  #pause(ok: boolean) {
    const isInAHurry = !ok && !document.hidden && Date.now() - this.#failingSince < HURRY_FOR
    if (!isInAHurry) return pollDelay(Date.now() - this.#activeAt, document.hidden)
    return Math.max(SHORTEST_PAUSE, this.#triedAt + RETRY_EVERY - Date.now())
  }
}
