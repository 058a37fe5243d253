import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Person from '#crm/models/person'
import Ticket from '#crm/models/ticket'
import { nextRecordNumber } from '#crm/services/record_number'
import { ownUserId } from '#crm/services/users'

export interface TicketInput {
  title: string
  description: string | null
  personId: number | null
  ownerId: number | null
}

/** Creates an open ticket with the tenant's next number, as a part of the caller's transaction. */
export async function createTicketWithin(
  tenantId: string,
  { title, description, personId, ownerId }: TicketInput,
  trx: TransactionClientContract
) {
  const number = await nextRecordNumber(tenantId, 'tickets', trx)
  const person = personId
    ? await Person.query({ client: trx }).where({ tenant_id: tenantId, id: personId }).first()
    : null
  return Ticket.create(
    {
      tenantId,
      number,
      title,
      description,
      status: 'open',
      personId: person?.id ?? null,
      ownerId: await ownUserId(tenantId, ownerId, trx),
    },
    { client: trx }
  )
}
