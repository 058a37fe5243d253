import vine from '#chat/validators/vine'

/** The form of a task that an admin retries or cancels. */
export const workValidator = vine.create({ key: vine.string().maxLength(120) })
