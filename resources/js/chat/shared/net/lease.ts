import { uuid } from './uuid.js'

const LASTS = 4000
const RENEW_EVERY = 1000

/**
 * A lock in the storage that the tabs of one origin share, for pages on which the browser has none of its
 * own: Web Locks exist on secure pages only. It runs out when its tab crashes. Two tabs that ask
 * in the same instant may both get it, and where storage is forbidden everyone does, so it guards what is
 * merely better done once.
 */
export class Lease {
  #key: string
  #owner = uuid()
  #timer?: ReturnType<typeof setInterval>

  constructor(name: string) {
    this.#key = `lease:${name}`
  }

  /** Takes the lease; returns whether this tab holds it. */
  take() {
    const [owner, until] = this.#read().split(' ')
    const left = Number(until) - Date.now()
    // One from the future was written before the clock was set back
    if (owner && owner !== this.#owner && left > 0 && left <= LASTS) return false
    this.#write()
    this.#timer ??= setInterval(() => this.#isWritten && this.#write(), RENEW_EVERY)
    return true
  }

  /** Whether no other tab has taken it in the same instant. */
  get isOurs() {
    return this.#isWritten || !this.#read()
  }

  release() {
    clearInterval(this.#timer)
    this.#timer = undefined
    if (this.#isWritten) attempt(() => localStorage.removeItem(this.#key))
  }

  get #isWritten() {
    return this.#read().startsWith(this.#owner)
  }

  #read() {
    return attempt(() => localStorage.getItem(this.#key)) ?? ''
  }

  #write() {
    attempt(() => localStorage.setItem(this.#key, `${this.#owner} ${Date.now() + LASTS}`))
  }
}

function attempt<T>(access: () => T) {
  try {
    return access()
  } catch {
    return null
  }
}
