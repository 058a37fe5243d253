import vine from '@vinejs/vine'
import { messages } from '#crm/validators/messages'
import { number } from '#crm/validators/number'
import { TICKET_STATUSES } from '#crm/models/ticket'

export const ticketsListValidator = vine.create({
  status: vine.enum(TICKET_STATUSES).nullable().optional(),
  page: number().min(1).max(100_000).withoutDecimals().nullable().optional(),
})

export const ticketValidator = vine.create({ status: vine.enum(TICKET_STATUSES) })

ticketValidator.messagesProvider = messages
