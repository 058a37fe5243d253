import type { HostTicket, HostTransaction, TicketDraft } from 'adonis-crm-chat'
import type Ticket from '#crm/models/ticket'
import * as tickets from '#crm/services/tickets/find_tickets'
import { createTicketWithin } from '#crm/services/tickets/create_ticket'
import { toId } from '#crm/support/ids'

const TITLE_LENGTH = 190

function toHostTicket({ id, reference, title, url }: Ticket): HostTicket {
  return { id: String(id), number: reference, title, url }
}

export async function findTicket(tenantId: string, ticketId: string) {
  const ticket = await tickets.findTicket(tenantId, ticketId)
  return ticket ? toHostTicket(ticket) : null
}

export async function createTicket(tenantId: string, draft: TicketDraft, trx: HostTransaction) {
  const ticket = await createTicketWithin(
    tenantId,
    {
      title: draft.title.slice(0, TITLE_LENGTH),
      description: draft.description,
      personId: toId(draft.personId),
      ownerId: toId(draft.ownerId),
    },
    trx
  )
  return toHostTicket(ticket)
}
