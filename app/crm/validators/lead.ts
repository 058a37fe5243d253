import vine from '@vinejs/vine'
import { messages } from '#crm/validators/messages'
import { id, number } from '#crm/validators/number'
import { CURRENCIES } from '#crm/support/money'

export const leadValidator = vine.create({
  title: vine.string().trim().minLength(1).maxLength(190),
  description: vine.string().trim().maxLength(20_000).nullable().optional(),
  amount: number().min(0).max(1_000_000_000).nullable().optional(),
  currency: vine.enum(CURRENCIES),
  source: vine.string().trim().maxLength(60).nullable().optional(),
  stage_id: id().nullable().optional(),
  person_id: id().nullable().optional(),
  owner_id: id().nullable().optional(),
  labels: vine.array(id()).maxLength(50).optional(),
})

export const leadsListValidator = vine.create({
  q: vine.string().trim().maxLength(120).nullable().optional(),
  stage: id().nullable().optional(),
  page: number().min(1).max(100_000).withoutDecimals().nullable().optional(),
})

export const moveValidator = vine.create({ stage_id: id() })

leadValidator.messagesProvider = messages
moveValidator.messagesProvider = messages
