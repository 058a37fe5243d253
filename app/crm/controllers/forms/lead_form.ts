import type { Infer } from '@vinejs/vine/types'
import type Lead from '#crm/models/lead'
import type { LeadInput } from '#crm/services/leads/save_lead'
import { CURRENCIES, fromMinorUnits, toMinorUnits } from '#crm/support/money'
import { type leadValidator } from '#crm/validators/lead'

const SOURCES = ['Website', 'Referral', 'Cold call', 'Email campaign', 'Trade show', 'Chat']

interface Defaults {
  ownerId: number
  personId: number | null
  stageId: number | null
  currency: string
}

/** What the form shows: a lead as kept, or a new one with what is likely filled in. */
export function leadForm(lead: Lead | null, defaults: Defaults) {
  const currency = lead?.currency ?? defaults.currency
  return {
    action: lead ? `${lead.url}?_method=PUT` : '/leads',
    back: lead?.url ?? '/leads',
    currencies: CURRENCIES,
    sources: SOURCES,
    values: {
      title: lead?.title ?? '',
      description: lead?.description ?? '',
      amount: fromMinorUnits(lead?.amount ?? null, currency),
      currency,
      source: lead?.source ?? '',
      stage_id: lead?.stageId ?? defaults.stageId,
      person_id: lead ? lead.personId : defaults.personId,
      owner_id: lead ? lead.ownerId : defaults.ownerId,
      labels: (lead?.labels ?? []).map((label) => label.id),
    },
  }
}

/** What came out of the form. */
export function toLeadInput(form: Infer<typeof leadValidator>): LeadInput {
  return {
    title: form.title,
    description: form.description ?? null,
    amount: toMinorUnits(form.amount ?? null, form.currency),
    currency: form.currency,
    source: form.source ?? null,
    stageId: form.stage_id ?? null,
    personId: form.person_id ?? null,
    ownerId: form.owner_id ?? null,
    labelIds: form.labels ?? [],
  }
}
