import Person from '#crm/models/person'
import { normalizeEmail } from '#crm/support/email'
import { toIdOrNone } from '#crm/support/ids'
import { contains } from '#crm/support/like'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

const PER_PAGE = 25

/** A page of the tenant's people whose name or address contains the words looked for. */
export function searchPeople(tenantId: string, search: string | null, page: number) {
  const query = Person.query()
    .where('tenant_id', tenantId)
    .preload('emails', (emails) => emails.orderBy('id'))
    .preload('phones', (phones) => phones.orderBy('id'))
    .preload('labels', (labels) => labels.orderBy('name'))
    .preload('owner')
    .orderBy('first_name')
    .orderBy('last_name')
    .orderBy('id')

  for (const word of (search ?? '').trim().split(/\s+/).filter(Boolean)) {
    query.where((match) => {
      match
        .whereRaw(...contains(query, 'first_name', word))
        .orWhereRaw(...contains(query, 'last_name', word))
        .orWhereHas('emails', (emails) =>
          emails.whereRaw(...contains(query, 'normalized', normalizeEmail(word)))
        )
    })
  }
  return query.paginate(page, PER_PAGE)
}

/** A person of the tenant with all that their page shows; another tenant's does not exist. */
export function findPerson(tenantId: string, id: number | string, client?: QueryClientContract) {
  return Person.query({ client })
    .where({ tenant_id: tenantId, id: toIdOrNone(id) })
    .preload('emails', (emails) => emails.orderBy('is_primary', 'desc').orderBy('id'))
    .preload('phones', (phones) => phones.orderBy('is_primary', 'desc').orderBy('id'))
    .preload('labels', (labels) => labels.orderBy('name'))
    .preload('owner')
    .first()
}

/** The oldest person of the tenant who has the address. */
export function findPersonByEmail(tenantId: string, email: string) {
  return Person.query()
    .where('tenant_id', tenantId)
    .whereHas('emails', (emails) => emails.where('normalized', normalizeEmail(email)))
    .preload('emails', (emails) => emails.orderBy('id'))
    .orderBy('id')
    .first()
}

/** The people a lead can belong to, by name. */
export function peopleToChoose(tenantId: string) {
  return Person.query()
    .where('tenant_id', tenantId)
    .preload('emails', (emails) => emails.orderBy('id'))
    .orderBy('first_name')
    .orderBy('last_name')
    .limit(1000)
}

/** The id if it is a person of the tenant, else null. */
export async function ownPersonId(
  tenantId: string,
  id: number | null,
  client?: QueryClientContract
) {
  if (!id) return null
  const person = await Person.query({ client }).where({ tenant_id: tenantId, id }).first()
  return person?.id ?? null
}
