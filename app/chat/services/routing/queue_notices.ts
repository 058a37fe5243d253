import { setTimeout as wait } from 'node:timers/promises'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import type { QueuePosition, QueueView } from '#chat/services/routing/queue_view'

const AT_MOST_EVERY_MS = 2000
/** How many visitors at the front of each queue are notified. */
const NOTIFIED = 20

/**
 * Notifies the first visitors of each queue when their position has changed, limited in number and frequency; those
 * further back read it with their next request. Inactive until it is started, like the assignment worker.
 */
export class QueueNotices {
  /** The position last sent, by conversation, per tenant. */
  #sent = new Map<string, Map<number, string>>()
  #ranAt = new Map<string, number>()
  #waiting = new Set<string>()
  #notifying = new Set<Promise<void>>()
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
    const notifying = this.#notify(tenantId)
    this.#notifying.add(notifying)
    await notifying.finally(() => this.#notifying.delete(notifying))
  }

  start() {
    if (this.#end.signal.aborted) this.#end = new AbortController()
  }

  /** Stops notifying when the server closes; resolves when no notification is in progress. */
  async stop(): Promise<void> {
    this.#end.abort()
    await Promise.allSettled(this.#notifying)
  }

  /** Tenants with visitors who have received a position; agents who disconnect silently change it, too. */
  get tenants() {
    return [...this.#sent.keys()]
  }

  async #notify(tenantId: string) {
    this.queue.forget(tenantId)
    const before = this.#sent.get(tenantId)
    const now = new Map<number, string>()
    for (const conversation of await this.queue.first(tenantId, NOTIFIED)) {
      const position = await this.queue.positionOf(conversation)
      const key = keyOf(position)
      if (position) now.set(conversation.id, key)
      if ((before?.get(conversation.id) ?? '') === key) continue
      emitAfterCommit(this.emitter, 'chat.queue.moved', { conversation, position })
    }
    if (now.size) this.#sent.set(tenantId, now)
    else this.#sent.delete(tenantId)
  }
}

/** Equal keys look the same to the visitor: the wait is shown in minutes. */
const keyOf = (queued: QueuePosition | null) =>
  queued ? `${queued.position}/${queued.waitSeconds && Math.ceil(queued.waitSeconds / 60)}` : ''
