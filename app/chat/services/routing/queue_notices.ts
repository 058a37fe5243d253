import { setTimeout as wait } from 'node:timers/promises'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import { tell } from '#chat/services/tell'
import type { QueuePlace, QueueView } from '#chat/services/routing/queue_view'

const AT_MOST_EVERY_MS = 2000
const TOLD = 20

/**
 * Tells the first in each queue when their place has changed: at most so many, at most so often. Those
 * further back read it with their next request. At rest until it is started, like the router.
 */
export class QueueNotices {
  /** What was last told, by conversation, per tenant. */
  #told = new Map<string, Map<number, string>>()
  #ranAt = new Map<string, number>()
  #waiting = new Set<string>()
  #telling = new Set<Promise<void>>()
  #end = new AbortController()

  constructor(
    protected queue: QueueView,
    protected emitter: EmitterLike<EventsList>
  ) {
    this.#end.abort()
  }

  /** Something has moved. The answer says when all have been told, for whoever wants to wait for it. */
  async soon(tenantId: string, after = 100): Promise<void> {
    const { signal } = this.#end
    if (signal.aborted || this.#waiting.has(tenantId)) return
    this.#waiting.add(tenantId)
    const since = Date.now() - (this.#ranAt.get(tenantId) ?? 0)
    const delay = Math.max(after, AT_MOST_EVERY_MS - since)
    await wait(delay, undefined, { signal, ref: false }).catch(() => {})
    this.#waiting.delete(tenantId)
    if (signal.aborted) return
    this.#ranAt.set(tenantId, Date.now())
    const telling = this.#tell(tenantId)
    this.#telling.add(telling)
    await telling.finally(() => this.#telling.delete(telling))
  }

  start() {
    if (this.#end.signal.aborted) this.#end = new AbortController()
  }

  /** Nobody is told any more: the server is closing. Settles when nobody is being told. */
  async stop(): Promise<void> {
    this.#end.abort()
    await Promise.allSettled(this.#telling)
  }

  /** Tenants in which somebody has been told a place: agents who go away silently change it, too. */
  get tenants() {
    return [...this.#told.keys()]
  }

  async #tell(tenantId: string) {
    this.queue.forget(tenantId)
    const before = this.#told.get(tenantId)
    const now = new Map<number, string>()
    for (const conversation of await this.queue.first(tenantId, TOLD)) {
      const place = await this.queue.placeOf(conversation)
      const told = keyOf(place)
      if (place) now.set(conversation.id, told)
      if ((before?.get(conversation.id) ?? '') === told) continue
      tell(this.emitter, 'chat.queue.moved', { conversation, place })
    }
    if (now.size) this.#told.set(tenantId, now)
    else this.#told.delete(tenantId)
  }
}

/** Equal for what looks the same to the visitor: the wait is shown in minutes. */
const keyOf = (place: QueuePlace | null) =>
  place ? `${place.position}/${place.waitSeconds && Math.ceil(place.waitSeconds / 60)}` : ''
