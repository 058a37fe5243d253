import type { HttpContext } from '@adonisjs/core/http'
import { findLead } from '#crm/services/leads/find_leads'
import { findPerson } from '#crm/services/people/find_people'
import { recordEntry } from '#crm/services/timeline'
import { foundOr404 } from '#crm/support/found'
import { noteValidator } from '#crm/validators/note'

/** Notes that users leave on the timeline of a person or a lead. */
export default class NotesController {
  async storeForPerson(ctx: HttpContext) {
    const { tenantId } = ctx.auth.getUserOrFail()
    const person = foundOr404(await findPerson(tenantId, ctx.params.id))
    await this.#record(ctx, { personId: person.id })
    return ctx.response.redirect().toPath(person.url)
  }

  async storeForLead(ctx: HttpContext) {
    const { tenantId } = ctx.auth.getUserOrFail()
    const lead = foundOr404(await findLead(tenantId, ctx.params.id))
    await this.#record(ctx, { leadId: lead.id })
    return ctx.response.redirect().toPath(lead.url)
  }

  async #record(
    { auth, request, session }: HttpContext,
    record: { personId: number } | { leadId: number }
  ) {
    const user = auth.getUserOrFail()
    const { note } = await request.validateUsing(noteValidator)
    await recordEntry(user.tenantId, {
      ...record,
      actorId: user.id,
      event: 'note',
      title: 'Note',
      description: note,
    })
    session.flash('success', 'Your note has been added.')
  }
}
