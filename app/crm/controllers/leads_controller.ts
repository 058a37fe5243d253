import type { HttpContext } from '@adonisjs/core/http'
import type Lead from '#crm/models/lead'
import type User from '#crm/models/user'
import { leadForm, toLeadInput } from '#crm/controllers/forms/lead_form'
import { deleteLead } from '#crm/services/leads/delete_lead'
import { findLead, searchLeads } from '#crm/services/leads/find_leads'
import { stagesOf } from '#crm/services/leads/pipeline'
import { createLead, updateLead } from '#crm/services/leads/save_lead'
import { labelsOf } from '#crm/services/labels'
import { peopleToChoose } from '#crm/services/people/find_people'
import { settingsOf } from '#crm/services/settings'
import { panelsFor } from '#crm/services/shell/shell'
import { timelineOf } from '#crm/services/timeline'
import { ownersOf } from '#crm/services/users'
import { foundOr404 } from '#crm/support/found'
import { toId } from '#crm/support/ids'
import { leadsListValidator, leadValidator } from '#crm/validators/lead'

/** The leads of the user's company. */
export default class LeadsController {
  async index({ auth, request, view }: HttpContext) {
    const { tenantId } = auth.getUserOrFail()
    const { q, stage, page } = await request.validateUsing(leadsListValidator)
    const filters = { search: q ?? null, stageId: stage ?? null }
    const leads = await searchLeads(tenantId, filters, page ?? 1)
    leads.baseUrl('/leads').queryString({ ...(q ? { q } : {}), ...(stage ? { stage } : {}) })
    return view.render('crm/leads/index', {
      leads,
      search: q ?? '',
      stageId: stage ?? null,
      stages: await stagesOf(tenantId),
    })
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const lead = foundOr404(await findLead(user.tenantId, params.id))
    return view.render('crm/leads/show', {
      lead,
      stages: await stagesOf(user.tenantId),
      timeline: await timelineOf(user.tenantId, { leadId: lead.id }),
      panels: await panelsFor(user, { leadId: String(lead.id) }),
    })
  }

  async create({ auth, request, view }: HttpContext) {
    const personId = toId(request.input('person'))
    return view.render(
      'crm/leads/form',
      await this.#formState(auth.getUserOrFail(), null, personId)
    )
  }

  async store({ auth, request, response, session }: HttpContext) {
    const input = await request.validateUsing(leadValidator)
    const lead = await createLead(auth.getUserOrFail().tenantId, toLeadInput(input))
    session.flash('success', `${lead.reference} has been created.`)
    return response.redirect().toPath(lead.url)
  }

  async edit({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const lead = foundOr404(await findLead(user.tenantId, params.id))
    return view.render('crm/leads/form', await this.#formState(user, lead, null))
  }

  async update({ auth, params, request, response, session }: HttpContext) {
    const lead = foundOr404(await findLead(auth.getUserOrFail().tenantId, params.id))
    await updateLead(lead, toLeadInput(await request.validateUsing(leadValidator)))
    session.flash('success', 'Your changes have been saved.')
    return response.redirect().toPath(lead.url)
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    const lead = foundOr404(await findLead(auth.getUserOrFail().tenantId, params.id))
    await deleteLead(lead)
    session.flash('success', `${lead.reference} has been deleted.`)
    return response.redirect().toPath('/leads')
  }

  async #formState({ tenantId, id }: User, lead: Lead | null, personId: number | null) {
    const stages = await stagesOf(tenantId)
    const { currency } = await settingsOf(tenantId)
    return {
      lead,
      stages,
      form: leadForm(lead, { ownerId: id, personId, stageId: stages[0].id, currency }),
      people: await peopleToChoose(tenantId),
      owners: await ownersOf(tenantId),
      labels: await labelsOf(tenantId),
    }
  }
}
