import type { HttpContext } from '@adonisjs/core/http'
import { findTicket, ticketsIn } from '#crm/services/tickets/find_tickets'
import { panelsFor } from '#crm/services/shell/shell'
import { foundOr404 } from '#crm/support/found'
import { ticketsListValidator, ticketValidator } from '#crm/validators/ticket'

/** The tickets of the user's company, which agents create from conversations. */
export default class TicketsController {
  async index({ auth, request, view }: HttpContext) {
    const { status: asked, page } = await request.validateUsing(ticketsListValidator)
    const status = asked ?? 'open'
    const tickets = await ticketsIn(auth.getUserOrFail().tenantId, status, page ?? 1)
    tickets.baseUrl('/tickets').queryString({ status })
    return view.render('crm/tickets/index', { tickets, status })
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const ticket = foundOr404(await findTicket(user.tenantId, params.id))
    return view.render('crm/tickets/show', {
      ticket,
      panels: await panelsFor(user, { ticketId: String(ticket.id) }),
    })
  }

  /** Closes a ticket, or opens it again. */
  async update({ auth, params, request, response, session }: HttpContext) {
    const ticket = foundOr404(await findTicket(auth.getUserOrFail().tenantId, params.id))
    const { status } = await request.validateUsing(ticketValidator)
    await ticket.merge({ status }).save()
    session.flash('success', `${ticket.reference} is ${status}.`)
    return response.redirect().toPath(ticket.url)
  }
}
