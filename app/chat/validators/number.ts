import vine from '#chat/validators/vine'

/** A value that cannot be a number: Vine would call methods of an object, and fail. */
const unlessObject = (value: unknown) =>
  typeof value === 'object' && value !== null ? Number.NaN : value

/** A number as programs, forms and addresses send one. */
export const number = () => vine.number().parse(unlessObject)
