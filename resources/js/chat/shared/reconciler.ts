import { pollDelay } from './backoff.js'
import { CatchUp } from './catch_up.js'
import type { Patience } from './patience.js'

export interface ReconcilerOptions {
  patience: Patience
  work(): Promise<void>
  /** Whether polling is the only way to learn of changes. */
  polls(): boolean
  /** `turned`: it worked and the one before had failed, or the reverse. */
  onResult(turned: boolean): void
}

/** A failed catch-up is tried again this long after it began, for as long as most outages last. */
const RETRY_EVERY = 1800
const SHORTEST_PAUSE = 300
const HURRY_FOR = 120_000
/** Milliseconds between full catch-ups, for changes that no heartbeat reports, such as read marks. */
const WHOLE_EVERY = 120_000

/**
 * Runs the page's catch-up: on request, after each failure, and at every poll. Knows whether the last run succeeded,
 * and starts a new one beside a run that hangs.
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

  /** Whether the last full catch-up was long ago. */
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

  /** Nothing can have been missed: counts as a successful catch-up. */
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
    const turned = ok === this.failed
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
    this.options.onResult(turned)
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
