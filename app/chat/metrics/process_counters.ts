import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { SenderType } from '#chat/models/conversation_thread'

const RESOLUTION_MS = 20
const NANOSECONDS = 1e9

/** What this process has done since it started. */
export class ProcessCounters {
  #messages = new Map<SenderType, number>()
  #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })

  constructor() {
    this.#delay.enable()
  }

  /** Counts a message that this process has written. */
  countMessage(sender: SenderType) {
    this.#messages.set(sender, (this.#messages.get(sender) ?? 0) + 1)
  }

  /** Messages written, by who sent them. */
  get messages(): [SenderType, number][] {
    return [...this.#messages]
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
