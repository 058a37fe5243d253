import type { StreamFrame } from '#chat/realtime/live_stream'
import type { Sample } from '#chat/metrics/exposition'

/** Upper limits of the histogram, in seconds. */
const LIMITS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const

/**
 * Milliseconds from a message's writing, in any process, until this process passes it to its streams. Between machines
 * it includes the difference of their clocks.
 */
export class DeliveryTimes {
  #noted = new WeakSet<object>()
  #counts = LIMITS.map(() => 0)
  #count = 0
  #sum = 0

  constructor(protected now = () => Date.now()) {}

  /** Counts a frame once, for any number of streams; ignores frames without a new message. */
  note(frame: StreamFrame) {
    if (frame.event !== 'chat.message.sent' || this.#noted.has(frame)) return
    this.#noted.add(frame)
    const { created_at: createdAt } = (frame.message ?? {}) as { created_at?: string }
    const seconds = Math.max(0, this.now() - Date.parse(createdAt ?? '')) / 1000
    if (Number.isNaN(seconds)) return
    this.#count += 1
    this.#sum += seconds
    LIMITS.forEach((limit, index) => seconds <= limit && (this.#counts[index] += 1))
  }

  /** The histogram so far. */
  samples(): Sample[] {
    const buckets = LIMITS.map((limit, index) => ({
      suffix: '_bucket',
      labels: { le: String(limit) },
      value: this.#counts[index],
    }))
    return [
      ...buckets,
      { suffix: '_bucket', labels: { le: '+Inf' }, value: this.#count },
      { suffix: '_sum', value: this.#sum },
      { suffix: '_count', value: this.#count },
    ]
  }
}
