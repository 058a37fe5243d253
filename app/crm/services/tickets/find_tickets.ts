import Ticket, { type TicketStatus } from '#crm/models/ticket'
import { toIdOrNone } from '#crm/support/ids'

const PER_PAGE = 25

/** A page of the tenant's tickets in one status, newest first. */
export function ticketsIn(tenantId: string, status: TicketStatus, page: number) {
  return Ticket.query()
    .where({ tenant_id: tenantId, status })
    .preload('person', (person) => person.preload('emails', (emails) => emails.orderBy('id')))
    .preload('owner')
    .orderBy('number', 'desc')
    .paginate(page, PER_PAGE)
}

/** A ticket of the tenant with all that its page shows; another tenant's does not exist. */
export function findTicket(tenantId: string, id: number | string) {
  return Ticket.query()
    .where({ tenant_id: tenantId, id: toIdOrNone(id) })
    .preload('person', (person) =>
      person
        .preload('emails', (emails) => emails.orderBy('id'))
        .preload('phones', (phones) => phones.orderBy('id'))
    )
    .preload('owner')
    .first()
}
