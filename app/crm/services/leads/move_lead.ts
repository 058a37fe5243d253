import db from '@adonisjs/lucid/services/db'
import type Lead from '#crm/models/lead'
import type User from '#crm/models/user'
import { findStage } from '#crm/services/leads/pipeline'
import { recordEntry } from '#crm/services/timeline'

/** Moves a lead to another stage of its pipeline and notes that on its timeline. */
export function moveLead(lead: Lead, stageId: number, actor: User) {
  return db.transaction(async (trx) => {
    const stage = await findStage(lead.tenantId, stageId, trx)
    if (stage.id === lead.stageId) return stage

    await lead.useTransaction(trx).merge({ stageId: stage.id }).save()
    await recordEntry(
      lead.tenantId,
      {
        leadId: lead.id,
        actorId: actor.id,
        event: 'lead.moved',
        title: `Moved from ${lead.stage.name} to ${stage.name}`,
      },
      trx
    )
    return stage
  })
}
