import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Metric } from '#chat/metrics/exposition'
import { dueWork } from '#chat/metrics/due_work'
import type { ProcessCounters } from '#chat/metrics/process_counters'
import type { StreamGateway } from '#chat/realtime/stream_gateway'
import type { ServingProcesses } from '#chat/services/processes/serving_processes'

/**
 * What there is to watch of the chat: of this process, and of the work that all processes share. Streams, messages and due
 * work are those of one tenant, or of all.
 */
export class ChatMetrics {
  constructor(
    protected counters: ProcessCounters,
    protected gateway: StreamGateway,
    protected processes: ServingProcesses,
    protected db: QueryClientContract
  ) {}

  /** Reads all of them, without a tenant for all tenants; two queries. */
  async read(tenantId?: string): Promise<Metric[]> {
    const due = await dueWork(this.db, tenantId)
    const { visitors, agents } = this.gateway.openStreams(tenantId)
    return [
      gauge('chat_streams', 'Event streams open at this process.', [
        { labels: { of: 'visitors' }, value: visitors },
        { labels: { of: 'agents' }, value: agents },
      ]),
      {
        name: 'chat_messages_total',
        help: 'Messages that this process has stored.',
        type: 'counter',
        samples: this.counters
          .messages(tenantId)
          .map(([sender, value]) => ({ labels: { sender }, value })),
      },
      {
        name: 'chat_delivery_seconds',
        help: 'From writing a message until this process hands it to its streams.',
        type: 'histogram',
        samples: this.gateway.deliveryTimes.samples(tenantId),
      },
      gauge(
        'chat_due_rows',
        'Rows of all processes whose time has come.',
        due.map(({ queue, rows }) => ({ labels: { queue }, value: rows }))
      ),
      gauge(
        'chat_worker_lag_seconds',
        'Seconds by which the oldest due row is late.',
        due.map(({ queue, lag }) => ({ labels: { queue }, value: lag }))
      ),
      gauge('chat_processes', 'Processes that serve the chat, as this one knows them.', [
        { value: this.processes.count },
      ]),
      gauge('chat_bus_up', 'Whether frames of other processes arrive, or 1 for a single process.', [
        { value: this.processes.mayMissFrames() ? 0 : 1 },
      ]),
      gauge('chat_event_loop_delay_seconds', '99th percentile since the last reading.', [
        { value: this.counters.takeEventLoopDelay() },
      ]),
      gauge('process_resident_memory_bytes', 'Resident memory of this process.', [
        { value: process.memoryUsage.rss() },
      ]),
      gauge('process_start_time_seconds', 'Start of this process, in seconds since 1970.', [
        { value: Math.round(Date.now() / 1000 - process.uptime()) },
      ]),
    ]
  }
}

const gauge = (name: string, help: string, samples: Metric['samples']): Metric => ({
  name,
  help,
  type: 'gauge',
  samples,
})
