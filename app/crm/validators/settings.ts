import vine from '@vinejs/vine'
import { messages } from '#crm/validators/messages'
import { CURRENCIES } from '#crm/support/money'

export const TIME_ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((z) => z !== 'UTC')]

export const settingsValidator = vine.create({
  company_name: vine.string().trim().minLength(1).maxLength(120),
  currency: vine.enum(CURRENCIES),
  time_zone: vine.enum(TIME_ZONES),
  employees_see_all_chats: vine.boolean().optional(),
})

export const moduleStateValidator = vine.create({ enabled: vine.boolean() })

settingsValidator.messagesProvider = messages
moduleStateValidator.messagesProvider = messages
