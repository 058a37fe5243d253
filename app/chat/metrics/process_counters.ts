import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { SenderType } from '#chat/models/conversation_thread'

const RESOLUTION_MS = 20
const NANOSECONDS = 1e9

/** What this process has done since it started. */
export class ProcessCounters {
  #messages = new Map<string, { tenantId: string; sender: SenderType; count: number }>()
  #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })

  constructor() {
    this.#delay.enable()
  }

  /** Counts a message that this process has written. */
  countMessage(tenantId: string, sender: SenderType) {
    const key = `${sender}/${tenantId}`
    const { count } = this.#messages.get(key) ?? { count: 0 }
    this.#messages.set(key, { tenantId, sender, count: count + 1 })
  }

  /** Messages written, by who sent them: a tenant's, or of all tenants. */
  messages(tenantId?: string): [SenderType, number][] {
    const sums = new Map<SenderType, number>()
    for (const each of this.#messages.values()) {
      if (tenantId !== undefined && each.tenantId !== tenantId) continue
      sums.set(each.sender, (sums.get(each.sender) ?? 0) + each.count)
    }
    return [...sums]
  }

  /** Seconds that one in a hundred turns of the event loop was late by, since this was last asked. */
  takeEventLoopDelay(): number {
    const seconds = Math.max(0, this.#delay.percentile(99) / NANOSECONDS - RESOLUTION_MS / 1000)
    this.#delay.reset()
    return seconds
  }

  /** Ends what measures. */
  stop() {
    this.#delay.disable()
  }
}
