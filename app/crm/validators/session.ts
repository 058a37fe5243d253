import vine from '@vinejs/vine'
import { messages } from '#crm/validators/messages'

export const loginValidator = vine.create({
  email: vine.string().trim().maxLength(190),
  password: vine.string().maxLength(190),
})

loginValidator.messagesProvider = messages

/** The first account: the password is typed twice. */
export const firstAccountValidator = vine.create({
  full_name: vine.string().trim().minLength(1).maxLength(120),
  email: vine.string().trim().maxLength(190).email(),
  password: vine.string().minLength(10).maxLength(190).confirmed(),
})

firstAccountValidator.messagesProvider = messages
