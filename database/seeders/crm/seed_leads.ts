import { DateTime } from 'luxon'
import type Person from '#crm/models/person'
import type User from '#crm/models/user'
import { LEADS } from '#database/seeders/crm/data'
import { labelsOf } from '#crm/services/labels'
import { stagesOf } from '#crm/services/leads/pipeline'
import { createLead } from '#crm/services/leads/save_lead'
import { recordEntry } from '#crm/services/timeline'

/** Which stage the n-th lead stands in: many at the start, few at the end. */
const STAGE_OF = [0, 1, 0, 2, 3, 0, 1, 2, 0, 4, 1, 0, 3, 2, 0]

/** Creates the demo's leads, oldest first, for every other of the people. */
export async function seedLeads(tenantId: string, users: User[], people: Person[]) {
  const labels = await labelsOf(tenantId)
  const stages = await stagesOf(tenantId)

  for (const [index, [title, amount, currency, source]] of LEADS.entries()) {
    const person = people[(index * 7) % people.length]
    const owner = users[(index + 1) % users.length]
    const lead = await createLead(tenantId, {
      title,
      description: index % 3 === 0 ? `${person.firstName} would like an offer for this.` : null,
      amount,
      currency,
      source,
      stageId: stages[STAGE_OF[index % STAGE_OF.length]].id,
      personId: person.id,
      ownerId: owner.id,
      labelIds: index % 3 === 1 ? [] : [labels[index % labels.length].id],
    })
    lead.createdAt = DateTime.utc().minus({ days: (LEADS.length - index) * 2, hours: index })
    await lead.save()
    await recordEntry(tenantId, {
      personId: person.id,
      leadId: lead.id,
      actorId: owner.id,
      event: 'lead.created',
      title: `${lead.reference} created: ${title}`,
      url: lead.url,
      occurredAt: lead.createdAt.toJSDate(),
    })
  }
}
