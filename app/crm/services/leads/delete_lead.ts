import db from '@adonisjs/lucid/services/db'
import type Lead from '#crm/models/lead'
import TimelineEntry from '#crm/models/timeline_entry'

/** Deletes a lead and what was only about it; its person's timeline stays whole. */
export function deleteLead(lead: Lead) {
  return db.transaction(async (trx) => {
    await TimelineEntry.query({ client: trx })
      .where({ tenant_id: lead.tenantId, lead_id: lead.id })
      .whereNull('person_id')
      .delete()
    await lead.useTransaction(trx).delete()
  })
}
