import { ApiError } from '../api.js'
import { reconnectDelay } from '../../shared/backoff.js'
import type { Store } from '../store.js'
import { ifFree, PATIENCE } from './locks.js'
import type { PendingMessage } from './types.js'

export interface OutboxOptions {
  store: Store
  lock: string
  /** Sends one message, with its id so that the server takes it once; rejects with an `ApiError`. */
  send(message: PendingMessage): Promise<void>
  /** False while something else has to happen first. */
  mayFlush(): boolean
  onChange(): void
}

/**
 * Messages on their way. Each is stored before it is sent and removed when the server has confirmed it, so
 * neither a reload nor a closed tab loses one; they go out one by one in the order in which they were
 * written, and a repeated one carries the same id.
 */
export class Outbox {
  /** When a limit was hit, the time at which sending goes on. */
  limitedUntil = 0

  #flushing = false
  #failures = 0
  #failingSince = 0
  #heldSince = 0
  #timer?: ReturnType<typeof setTimeout>

  constructor(private options: OutboxOptions) {}

  get messages(): PendingMessage[] {
    return this.options.store
      .list('o:')
      .flatMap(([id, value]) => read(id, value))
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  }

  get isStuck() {
    return this.#failures > 0
  }

  /** Whether something waits that may be sent. */
  get isReady() {
    return !!this.#next() && this.options.mayFlush()
  }

  add(content: string) {
    const order = Math.max(Date.now(), ...this.messages.map((message) => message.order + 1))
    this.#write({ id: uuid(), content, at: new Date().toISOString(), order })
    this.flush()
  }

  retry(message: PendingMessage) {
    this.#write({ ...message, failed: undefined })
    this.flush()
  }

  /** Confirmed by the server, or given up by the visitor. */
  remove(id: string) {
    this.options.store.set(`o:${id}`, null)
    this.options.onChange()
  }

  /** Sends what waits. Safe to call at any time and from several tabs. */
  flush() {
    clearTimeout(this.#timer)
    if (this.#flushing || !this.#next() || !this.options.mayFlush()) return
    const wait = this.limitedUntil - Date.now()
    if (wait > 0) return this.#later(wait)

    this.#flushing = true
    void this.#take()
      .then((ran) => {
        this.#flushing = false
        // What came in at the last moment; or another tab is sending, and may be closed in the middle
        if (ran) this.flush()
        else this.#later(1500)
      })
      .catch((error) => {
        this.#flushing = false
        this.#fail(error)
      })
      .finally(() => this.options.onChange())
  }

  /** Sends unless another tab does; the server takes a message once, so a frozen one is not waited for. */
  async #take() {
    if (this.#heldSince && Date.now() - this.#heldSince > PATIENCE && !document.hidden) {
      await this.#run()
      return true
    }
    const ran = await ifFree(this.options.lock, () => this.#run())
    this.#heldSince = ran ? 0 : this.#heldSince || Date.now()
    return ran
  }

  async #run() {
    for (let message = this.#next(); message && this.options.mayFlush(); message = this.#next()) {
      try {
        await this.options.send(message)
      } catch (error) {
        if (!(error instanceof ApiError) || error.isTemporary) throw error
        this.#write({ ...message, failed: error.message })
        continue
      }
      this.#failures = 0
      this.limitedUntil = 0
      this.remove(message.id)
    }
  }

  #next() {
    return this.messages.find((message) => message.failed === undefined)
  }

  #fail(error: unknown) {
    if (!this.#failures++) this.#failingSince = Date.now()
    const retryAfter = error instanceof ApiError ? error.retryAfter * 1000 : 0
    if (error instanceof ApiError && error.status === 429) {
      this.limitedUntil = Date.now() + Math.max(retryAfter, 1000)
    }
    const downFor = Date.now() - this.#failingSince
    this.#later(Math.max(retryAfter, reconnectDelay(this.#failures, downFor, document.hidden)))
  }

  #later(ms: number) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), ms)
  }

  #write({ id, ...rest }: PendingMessage) {
    this.options.store.set(`o:${id}`, JSON.stringify(rest))
    this.options.onChange()
  }
}

function read(id: string, value: string): PendingMessage[] {
  try {
    const { content, at, order, failed } = JSON.parse(value)
    return typeof content === 'string'
      ? [{ id, content, at, order: Number(order) || 0, failed }]
      : []
  } catch {
    return []
  }
}

/** `randomUUID` exists on secure pages only, and CRMs on a plain local network are not. */
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 15) | 64
  bytes[8] = (bytes[8] & 63) | 128
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
