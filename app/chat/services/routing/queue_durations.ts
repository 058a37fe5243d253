import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import { toSqlUtc } from '#chat/models/columns'

/** Fewer samples predict nothing. */
const ENOUGH = 3
const SAMPLE = 25
const FRESH_FOR_MS = 5000

interface Known {
  seconds: number | null
  readAt: number
}

type Widgets = Pick<Conversation, 'tenantId' | 'widgetId'>

/**
 * How long visitors wait for an agent (W21): the median of the latest waits, of today if there are enough, else of
 * any day; null before that. Conversations assigned without a wait do not count.
 */
export class QueueDurations {
  #known = new Map<number, Known>()

  async median({ tenantId, widgetId }: Widgets): Promise<number | null> {
    const known = this.#known.get(widgetId)
    if (known && Date.now() - known.readAt < FRESH_FOR_MS) return known.seconds
    const seconds = await this.#read(tenantId, widgetId)
    this.#known.set(widgetId, { seconds, readAt: Date.now() })
    return seconds
  }

  async #read(tenantId: string, widgetId: number) {
    const today = await this.#last(tenantId, widgetId, DateTime.utc().startOf('day'))
    if (today.length >= ENOUGH) return medianOf(today)
    const ever = await this.#last(tenantId, widgetId, DateTime.utc().minus({ days: 30 }))
    return ever.length >= ENOUGH ? medianOf(ever) : null
  }

  async #last(tenantId: string, widgetId: number, since: DateTime): Promise<number[]> {
    const rows = await Conversation.query()
      .where({ tenant_id: tenantId, widget_id: widgetId })
      .where('assigned_at', '>=', toSqlUtc(since))
      .where('queue_seconds', '>', 1)
      .orderBy('assigned_at', 'desc')
      .limit(SAMPLE)
      .select('queue_seconds')
      .pojo<{ queue_seconds: number }>()
    return rows.map((row) => Number(row.queue_seconds))
  }
}

function medianOf(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : Math.round((sorted[middle - 1] + sorted[middle]) / 2)
}
