import vine from '@vinejs/vine'
import { messages } from '#crm/validators/messages'

export const loginValidator = vine.create({
  email: vine.string().trim().maxLength(190),
  password: vine.string().maxLength(190),
})

loginValidator.messagesProvider = messages
