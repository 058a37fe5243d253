import { setTimeout as wait } from 'node:timers/promises'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import type { QueuePlace, QueueView } from '#chat/services/routing/queue_view'

const AT_MOST_EVERY_MS = 2000
const TOLD = 20

/**
 * Notifies the first visitors of each queue when their position has changed, limited in number and frequency; those
 * further back read it with their next request. Inactive until it is started, like the assignment worker.
 */
export class QueueNotices {
  /** The position last sent, by conversation, per tenant. */
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

  /** Called when a queue may have moved. The promise resolves when all visitors have been notified. */
  async trigger(tenantId: string, after = 100): Promise<void> {
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

  /** Stops notifying when the server closes; resolves when no notification is in progress. */
  async stop(): Promise<void> {
    this.#end.abort()
    await Promise.allSettled(this.#telling)
  }

  /** Tenants with visitors who have received a position; agents who disconnect silently change it, too. */
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
      emitAfterCommit(this.emitter, 'chat.queue.moved', { conversation, place })
    }
    if (now.size) this.#told.set(tenantId, now)
    else this.#told.delete(tenantId)
  }
}

/** Equal keys look the same to the visitor: the wait is shown in minutes. */
const keyOf = (place: QueuePlace | null) =>
  place ? `${place.position}/${place.waitSeconds && Math.ceil(place.waitSeconds / 60)}` : ''
