import db from '@adonisjs/lucid/services/db'
import type Person from '#crm/models/person'
import TimelineEntry from '#crm/models/timeline_entry'

/** Deletes a person and what was only about them; their leads, and those leads' timelines, stay. */
export function deletePerson(person: Person) {
  return db.transaction(async (trx) => {
    await TimelineEntry.query({ client: trx })
      .where({ tenant_id: person.tenantId, person_id: person.id })
      .whereNull('lead_id')
      .delete()
    await person.useTransaction(trx).delete()
  })
}
