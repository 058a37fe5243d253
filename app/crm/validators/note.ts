import vine from '@vinejs/vine'
import { messages } from '#crm/validators/messages'

export const noteValidator = vine.create({
  note: vine.string().trim().minLength(1).maxLength(5000),
})

noteValidator.messagesProvider = messages
