import vine from '@vinejs/vine'

export const noteValidator = vine.create({
  note: vine.string().trim().minLength(1).maxLength(5000),
})
