import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Ticket from '#crm/models/ticket'
import { ownPersonId } from '#crm/services/people/find_people'
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
  return Ticket.create(
    {
      tenantId,
      number,
      title,
      description,
      status: 'open',
      personId: await ownPersonId(tenantId, personId, trx),
      ownerId: await ownUserId(tenantId, ownerId, trx),
    },
    { client: trx }
  )
}
