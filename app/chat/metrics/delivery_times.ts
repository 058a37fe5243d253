import type { StreamFrame } from '#chat/realtime/live_stream'
import type { Sample } from '#chat/metrics/exposition'

/** Upper limits of the histogram, in seconds. */
const LIMITS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const

interface Histogram {
  counts: number[]
  count: number
  sum: number
}

const emptyHistogram = (): Histogram => ({ counts: LIMITS.map(() => 0), count: 0, sum: 0 })

/**
 * Milliseconds from a message's writing, in any process, until this process passes it to its streams. Between machines
 * it includes the difference of their clocks.
 */
export class DeliveryTimes {
  #noted = new WeakSet<object>()
  #byTenant = new Map<string, Histogram>()

  constructor(protected now = () => Date.now()) {}

  /** Counts a tenant's frame once, for any number of streams; ignores frames without a new message. */
  note(frame: StreamFrame, tenantId: string) {
    if (frame.event !== 'chat.message.sent' || this.#noted.has(frame)) return
    this.#noted.add(frame)
    const { created_at: createdAt } = (frame.message ?? {}) as { created_at?: string }
    const seconds = Math.max(0, this.now() - Date.parse(createdAt ?? '')) / 1000
    if (Number.isNaN(seconds)) return
    const of = this.#byTenant.get(tenantId) ?? emptyHistogram()
    this.#byTenant.set(tenantId, of)
    of.count += 1
    of.sum += seconds
    LIMITS.forEach((limit, index) => seconds <= limit && (of.counts[index] += 1))
  }

  /** The histogram so far: a tenant's, or of all tenants. */
  samples(tenantId?: string): Sample[] {
    const { counts, count, sum } =
      tenantId === undefined
        ? [...this.#byTenant.values()].reduce(added, emptyHistogram())
        : (this.#byTenant.get(tenantId) ?? emptyHistogram())
    const buckets = LIMITS.map((limit, index) => ({
      suffix: '_bucket',
      labels: { le: String(limit) },
      value: counts[index],
    }))
    return [
      ...buckets,
      { suffix: '_bucket', labels: { le: '+Inf' }, value: count },
      { suffix: '_sum', value: sum },
      { suffix: '_count', value: count },
    ]
  }
}

const added = (one: Histogram, other: Histogram): Histogram => ({
  counts: one.counts.map((count, index) => count + other.counts[index]),
  count: one.count + other.count,
  sum: one.sum + other.sum,
})
