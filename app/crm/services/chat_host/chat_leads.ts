import type { HostTransaction, HostLead, LeadDraft, TimelineEntry } from 'adonis-crm-chat'
import type Lead from '#crm/models/lead'
import * as leads from '#crm/services/leads/find_leads'
import { createLeadWithin } from '#crm/services/leads/save_lead'
import { toId, toIdOrNone } from '#crm/support/ids'
import { settingsOf } from '#crm/services/settings'
import { addEntriesToLead, recordEntry } from '#crm/services/timeline'

const TITLE_LENGTH = 190

function toHostLead(lead: Lead): HostLead {
  return { id: String(lead.id), number: lead.reference, title: lead.title, url: lead.url }
}

export async function findLead(tenantId: string, leadId: string) {
  const lead = await leads.findLead(tenantId, leadId)
  return lead ? toHostLead(lead) : null
}

export async function createLead(tenantId: string, draft: LeadDraft, trx: HostTransaction) {
  const { currency } = await settingsOf(tenantId, trx)
  const lead = await createLeadWithin(
    tenantId,
    {
      title: draft.title.slice(0, TITLE_LENGTH),
      description: draft.description,
      amount: null,
      currency,
      source: draft.source,
      stageId: null,
      personId: toId(draft.personId),
      ownerId: toId(draft.ownerId),
      labelIds: [],
    },
    trx
  )
  return toHostLead(lead)
}

export function recordTimeline(tenantId: string, entry: TimelineEntry, trx?: HostTransaction) {
  return recordEntry(
    tenantId,
    {
      ...entry,
      channel: 'chat',
      personId: toId(entry.personId),
      leadId: toId(entry.leadId),
      actorId: toId(entry.actorId),
    },
    trx
  )
}

export async function addTimelineToLead(
  tenantId: string,
  keys: string[],
  leadId: string,
  trx: HostTransaction
) {
  await addEntriesToLead(tenantId, keys, toIdOrNone(leadId), trx)
}
