import { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { millisOfSqlUtc, toSqlUtc } from '#chat/models/columns'
import { chatTable } from '#chat/models/chat_model'

/** What waits for a worker, of all processes together. */
export interface DueWork {
  queue: 'due_actions' | 'webhooks'
  /** Rows whose time has come. */
  rows: number
  /** Seconds since the time of the oldest of them; 0 when there is none. */
  lag: number
}

const TABLES = [
  ['due_actions', 'due_actions'],
  ['webhooks', 'webhook_deliveries'],
] as const

/** Counts what is due, of one tenant or of all: numbers only, by an index each. */
export async function dueWork(db: QueryClientContract, tenantId?: string): Promise<DueWork[]> {
  const now = DateTime.utc()
  return Promise.all(
    TABLES.map(async ([queue, table]) => {
      const due = db.from(chatTable(table)).where('due_at', '<=', toSqlUtc(now))
      // What a paused webhook was to get is not late
      if (queue === 'webhooks') due.whereIn('webhook_id', activeWebhooks(db))
      if (tenantId !== undefined) due.where('tenant_id', tenantId)
      const row = await due.count('* as rows').min('due_at as oldest').first()
      const oldest = row.oldest === null ? now.toMillis() : millisOfSqlUtc(row.oldest)
      return { queue, rows: Number(row.rows), lag: Math.max(0, now.toMillis() - oldest) / 1000 }
    })
  )
}

const activeWebhooks = (db: QueryClientContract) =>
  db.from(chatTable('webhooks')).where('is_active', true).select('id')
