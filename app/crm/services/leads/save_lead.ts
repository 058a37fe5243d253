import db from '@adonisjs/lucid/services/db'
import Lead from '#crm/models/lead'
import { ownLabelIds } from '#crm/services/labels'
import { findStage, firstStage } from '#crm/services/leads/pipeline'
import { ownPersonId } from '#crm/services/people/find_people'
import { nextRecordNumber } from '#crm/services/record_number'
import { ownUserId } from '#crm/services/users'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

export interface LeadInput {
  title: string
  description: string | null
  amount: number | null
  currency: string
  source: string | null
  stageId: number | null
  personId: number | null
  ownerId: number | null
  labelIds: number[]
}

/** Creates a lead with the tenant's next number, in the first stage unless another one is named. */
export function createLead(tenantId: string, input: LeadInput) {
  return db.transaction((trx) => createLeadWithin(tenantId, input, trx))
}

/** Like `createLead`, as a part of the caller's transaction. */
export async function createLeadWithin(
  tenantId: string,
  input: LeadInput,
  trx: TransactionClientContract
) {
  const number = await nextRecordNumber(tenantId, 'leads', trx)
  const { labelIds, ...values } = await belongingTo(tenantId, input, trx)
  const lead = await Lead.create({ ...values, tenantId, number }, { client: trx })
  if (labelIds.length > 0) await lead.related('labels').attach(labelIds)
  return lead
}

/** Changes a lead to be as given; its number stays. */
export function updateLead(lead: Lead, input: LeadInput) {
  return db.transaction(async (trx) => {
    const { labelIds, ...values } = await belongingTo(lead.tenantId, input, trx)
    await lead.useTransaction(trx).merge(values).save()
    await lead.related('labels').sync(labelIds)
    return lead
  })
}

/** Drops or refuses whatever belongs to another tenant. */
async function belongingTo(tenantId: string, input: LeadInput, trx: TransactionClientContract) {
  const stage = input.stageId
    ? await findStage(tenantId, input.stageId, trx)
    : await firstStage(tenantId, trx)

  return {
    ...input,
    stageId: stage.id,
    personId: await ownPersonId(tenantId, input.personId, trx),
    ownerId: await ownUserId(tenantId, input.ownerId, trx),
    labelIds: await ownLabelIds(tenantId, input.labelIds, trx),
  }
}
