import Lead from '#crm/models/lead'
import { toIdOrNone } from '#crm/support/ids'
import { contains } from '#crm/support/like'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

const PER_PAGE = 25
const PER_COLUMN = 50

export interface LeadFilters {
  search: string | null
  stageId: number | null
}

function listed(tenantId: string) {
  return Lead.query()
    .where('leads.tenant_id', tenantId)
    .preload('stage')
    .preload('person', (person) => person.preload('emails', (emails) => emails.orderBy('id')))
    .preload('owner')
    .preload('labels', (labels) => labels.orderBy('name'))
    .orderBy('number', 'desc')
}

/** A page of the tenant's leads, newest first, by title, number or person. */
export function searchLeads(tenantId: string, { search, stageId }: LeadFilters, page: number) {
  const query = listed(tenantId)
  if (stageId) query.where('stage_id', stageId)
  if (search) {
    const text = search.trim()
    const number = Number(/^(?:ld-)?(\d{1,9})$/i.exec(text)?.[1])
    query.where((match) => {
      match
        .whereRaw(...contains(query, 'title', text))
        .orWhereHas('person', (person) =>
          person
            .whereRaw(...contains(query, 'first_name', text))
            .orWhereRaw(...contains(query, 'last_name', text))
        )
      if (number) match.orWhere('number', number)
    })
  }
  return query.paginate(page, PER_PAGE)
}

/** The newest leads of one stage, as the board shows them. */
export function leadsInStage(tenantId: string, stageId: number) {
  return listed(tenantId).where('stage_id', stageId).limit(PER_COLUMN)
}

/** How many leads each stage holds, and what they are worth per currency. */
export async function stageTotals(tenantId: string) {
  const rows = await Lead.query()
    .where('tenant_id', tenantId)
    .groupBy('stage_id', 'currency')
    .select('stage_id', 'currency')
    .count('* as leads')
    .sum('amount as worth')
    .pojo<{ stage_id: number; currency: string; leads: number; worth: number | string | null }>()

  return rows.map((row) => ({
    stageId: row.stage_id,
    currency: row.currency,
    leads: Number(row.leads),
    worth: Number(row.worth ?? 0),
  }))
}

/** A lead of the tenant with all that its page shows; another tenant's does not exist. */
export function findLead(tenantId: string, id: number | string, client?: QueryClientContract) {
  return Lead.query({ client })
    .where({ tenant_id: tenantId, id: toIdOrNone(id) })
    .preload('stage')
    .preload('person', (person) =>
      person
        .preload('emails', (emails) => emails.orderBy('id'))
        .preload('phones', (phones) => phones.orderBy('id'))
    )
    .preload('owner')
    .preload('labels', (labels) => labels.orderBy('name'))
    .first()
}
