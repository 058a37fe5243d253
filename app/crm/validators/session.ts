import vine from '@vinejs/vine'

export const loginValidator = vine.create({
  email: vine.string().trim().maxLength(190),
  password: vine.string().maxLength(190),
})
