import type { OutboxEntry, OutboxStorage } from './outbox_storage.js'
import { RequestError } from './request_error.js'
import { RetryClock } from './retry_clock.js'
import { ifFree, PATIENCE } from './tab_lock.js'
import { uuid } from './uuid.js'

/** How the outbox continues after an error; `wait` lasts until something else starts it again. */
export type Verdict = 'retry' | 'wait' | 'refused'

/**
 * Messages that the server has not confirmed. Each is stored before it is sent and removed once confirmed, so neither a
 * reload nor a closed tab loses one. One tab sends them, in the order in which they were written, repeated ones under
 * the same id. Temporary failures (no response, 408, 425, 429, 5xx) are retried; a refused message waits for its
 * author.
 */
export abstract class Outbox<Entry extends OutboxEntry> {
  #isSending = false
  #heldSince = 0
  #clock = new RetryClock(() => this.flush())
  #troubles = new Map<string, Error>()

  constructor(
    protected storage: OutboxStorage,
    private lock: string
  ) {}

  /**
   * Sends one entry, with its id so that the server takes it once; rejects with a `RequestError`. One that
   * turned out to be `held` stays, and has to be marked as not waiting.
   */
  protected abstract send(entry: Entry): Promise<'held' | void>
  /** Called after each change of an entry or of its state. */
  protected abstract changed(): void
  /** Parses a stored entry; nothing for an invalid one. */
  protected abstract revive(stored: Partial<Entry>): Entry | null

  /** False while sending has to wait for something else. */
  protected mayFlush() {
    return true
  }

  /** Entries of one lane keep their order; a failing lane does not delay the others. */
  protected laneOf(_entry: Entry) {
    return ''
  }

  /** Whether it is sent automatically. */
  protected isWaiting(entry: Entry) {
    return entry.failed === undefined
  }

  protected verdict(error: unknown): Verdict {
    return error instanceof RequestError && !error.isTemporary ? 'refused' : 'retry'
  }

  /** All entries, in order. */
  get entries(): Entry[] {
    return this.storage
      .list()
      .flatMap(([id, text]) => this.#parse(id, text))
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  }

  /** Whether an entry is ready to be sent. */
  get isReady() {
    return !!this.#next() && this.mayFlush()
  }

  get isStuck() {
    return this.#troubles.size > 0
  }

  /** When a limit was hit, the time at which sending goes on. */
  get limitedUntil() {
    return this.#clock.limitedUntil
  }

  /** The error of the last attempt of an entry that is not sent yet. */
  troubleOf(entry: Entry): Error | undefined {
    return this.isWaiting(entry) ? this.#troubles.get(this.laneOf(entry)) : undefined
  }

  isStored(entry: Entry) {
    return this.storage.isStored(entry.id)
  }

  retry(id: string) {
    this.update(id, { failed: undefined } as Partial<Entry>)
    this.flush()
  }

  /** Confirmed by the server, or given up by its author. */
  remove(...ids: string[]) {
    for (const id of ids) this.storage.set(id, null)
    this.changed()
  }

  /** Sends the waiting entries. Safe to call at any time and from several tabs. */
  flush() {
    this.#clock.clear()
    if (this.#isSending || !this.isReady) return
    if (this.#clock.pause) return this.#clock.set(this.#clock.pause)

    this.#isSending = true
    void this.#take()
      .then((ran) => {
        this.#isSending = false
        // What came in at the last moment; or another tab is sending, and may be closed in the middle
        if (ran) this.flush()
        else this.#clock.set(1500)
      })
      .catch((error) => {
        this.#isSending = false
        this.#clock.failed(error, this.verdict(error) === 'retry')
      })
      .finally(() => this.changed())
  }

  /** Stores a new entry and sends it. */
  protected put(draft: Omit<Entry, keyof OutboxEntry>) {
    const last = this.entries.at(-1)?.order ?? 0
    const made = { id: uuid(), at: new Date().toISOString(), order: Math.max(Date.now(), last + 1) }
    this.#write({ ...draft, ...made } as Entry)
    this.flush()
  }

  protected update(id: string, change: Partial<Entry>) {
    const entry = this.entries.find((each) => each.id === id)
    if (entry) this.#write({ ...entry, ...change })
  }

  /** Sends unless another tab does; the server takes a message once, so a frozen one is not waited for. */
  async #take() {
    if (this.#heldSince && Date.now() - this.#heldSince > PATIENCE && !document.hidden) {
      await this.#run()
      return true
    }
    const ran = await ifFree(this.lock, () => this.#run())
    this.#heldSince = ran ? 0 : this.#heldSince || Date.now()
    return ran
  }

  /** Rejects with the first error, after sending the entries that it does not affect. */
  async #run() {
    const troubles = new Map<string, Error>()
    for (;;) {
      const entry = this.#next(troubles)
      if (!entry || !this.mayFlush()) break
      try {
        const outcome = await this.send(entry)
        this.#clock.succeeded()
        this.#troubles.delete(this.laneOf(entry))
        if (outcome !== 'held') this.remove(entry.id)
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown))
        const verdict = this.verdict(error)
        if (verdict === 'refused') {
          this.update(entry.id, { failed: error.message } as Partial<Entry>)
        } else {
          const all = verdict === 'wait' || concernsAll(error)
          for (const each of all ? this.entries : [entry]) troubles.set(this.laneOf(each), error)
        }
      }
    }
    this.#troubles = troubles
    for (const error of troubles.values()) throw error
  }

  #next(troubles?: Map<string, Error>) {
    return this.entries.find((entry) => this.isWaiting(entry) && !troubles?.has(this.laneOf(entry)))
  }

  #write({ id, ...rest }: Entry) {
    this.storage.set(id, JSON.stringify(rest))
    this.changed()
  }

  #parse(id: string, text: string): Entry[] {
    try {
      const stored = JSON.parse(text)
      const entry = this.revive({ ...stored, id, order: Number(stored.order) || 0 })
      return entry ? [entry] : []
    } catch {
      return []
    }
  }
}

/** No response, or a limit: the next entry would fail as well. */
const concernsAll = (error: Error) =>
  !(error instanceof RequestError) || !error.status || error.status === 429
