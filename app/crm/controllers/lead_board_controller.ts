import type { HttpContext } from '@adonisjs/core/http'
import { findLead, leadsInStage, stageTotals } from '#crm/services/leads/find_leads'
import { moveLead } from '#crm/services/leads/move_lead'
import { stagesOf } from '#crm/services/leads/pipeline'
import { formatMoney } from '#crm/support/money'
import { foundOr404 } from '#crm/support/found'
import { wantsJson } from '#crm/support/wants_json'
import { moveValidator } from '#crm/validators/lead'

/** The pipeline as a board: a column per stage, a card per lead. */
export default class LeadBoardController {
  async show({ auth, view }: HttpContext) {
    const { tenantId } = auth.getUserOrFail()
    const stages = await stagesOf(tenantId)
    const totals = await stageTotals(tenantId)
    const columns = await Promise.all(
      stages.map(async (stage) => {
        const own = totals.filter((total) => total.stageId === stage.id)
        return {
          stage,
          leads: await leadsInStage(tenantId, stage.id),
          count: own.reduce((sum, total) => sum + total.leads, 0),
          worth: own.filter(({ worth }) => worth > 0).map((t) => formatMoney(t.worth, t.currency)),
        }
      })
    )
    return view.render('crm/leads/board', { columns, stages })
  }

  /** Puts a lead into another stage. */
  async move(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const lead = foundOr404(await findLead(user.tenantId, ctx.params.id))
    const input = await ctx.request.validateUsing(moveValidator)
    const stage = await moveLead(lead, input.stage_id, user)
    if (wantsJson(ctx)) return { id: lead.id, number: lead.reference, stage: stage.name }

    ctx.session.flash('success', `${lead.reference} is now in ${stage.name}.`)
    return ctx.response.redirect().back()
  }
}
