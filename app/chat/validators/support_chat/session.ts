import vine from '#chat/validators/vine'

/** The session that a page's script has, by its `end_key`. */
export const supportSessionValidator = vine.create({
  end_key: vine
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
