import type { ContactChannel, ContactEntry, KeptContact } from 'adonis-crm-chat'
import TimelineEntry from '#crm/models/timeline_entry'
import { recordEntry } from '#crm/services/timeline'
import { toId, toIdOrNone } from '#crm/support/ids'

/** Contacts on all channels stand in one timeline: what the chat sends by email as well as its conversations. */
export function recordContact(tenantId: string, channel: ContactChannel, contact: ContactEntry) {
  const { personId, leadId, actorId, ...entry } = contact
  return recordEntry(tenantId, {
    ...entry,
    channel,
    event: `contact.${channel}`,
    personId: toId(personId),
    leadId: toId(leadId),
    actorId: toId(actorId),
  })
}

export async function contactsOf(
  tenantId: string,
  personId: string,
  limit: number
): Promise<KeptContact[]> {
  const entries = await TimelineEntry.query()
    .where({ tenant_id: tenantId, person_id: toIdOrNone(personId) })
    .whereNotNull('channel')
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  return entries.map(({ channel, direction, title, description, url, occurredAt }) => ({
    channel: channel!,
    ...{ direction, title, description, url, occurredAt: occurredAt.toJSDate() },
  }))
}
