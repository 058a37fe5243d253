import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import TimelineEntry from '#crm/models/timeline_entry'
import { toSqlUtc } from '#crm/models/columns'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** How many entries a page shows. */
const SHOWN = 100

export interface NewEntry {
  key?: string
  personId?: number | null
  leadId?: number | null
  actorId?: number | null
  event: string
  channel?: string | null
  direction?: 'in' | 'out' | null
  title: string
  description?: string | null
  url?: string | null
  occurredAt?: Date
}

/** Adds an entry to a timeline; a second one with the same key changes nothing. */
export async function recordEntry(tenantId: string, entry: NewEntry, client?: QueryClientContract) {
  await (client ?? db.connection())
    .table('timeline_entries')
    .insert({
      tenant_id: tenantId,
      unique_key: entry.key ?? randomUUID(),
      person_id: entry.personId ?? null,
      lead_id: entry.leadId ?? null,
      actor_id: entry.actorId ?? null,
      event: entry.event,
      channel: entry.channel ?? null,
      direction: entry.direction ?? null,
      title: entry.title.slice(0, 255),
      description: entry.description ?? null,
      url: entry.url ?? null,
      occurred_at: toSqlUtc(entry.occurredAt ?? new Date()),
    })
    .onConflict(['tenant_id', 'unique_key'])
    .ignore()
}

/** Puts entries that are on no lead's timeline yet onto this one's, beside their person's. */
export function addEntriesToLead(
  tenantId: string,
  keys: string[],
  leadId: number,
  client: QueryClientContract
) {
  return client
    .from('timeline_entries')
    .where('tenant_id', tenantId)
    .whereIn('unique_key', keys)
    .whereNull('lead_id')
    .update({ lead_id: leadId })
}

/** A person's or lead's entries on all channels, newest first. */
export function timelineOf(tenantId: string, record: { personId: number } | { leadId: number }) {
  const query = TimelineEntry.query().where('tenant_id', tenantId)
  if ('personId' in record) query.where('person_id', record.personId)
  else query.where('lead_id', record.leadId)
  return query.preload('actor').orderBy('occurred_at', 'desc').orderBy('id', 'desc').limit(SHOWN)
}
