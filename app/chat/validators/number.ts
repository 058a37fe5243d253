import vine from '#chat/validators/vine'

/** What cannot be a number, whatever it says of itself: Vine would ask an object, and fail. */
const unlessObject = (value: unknown) =>
  typeof value === 'object' && value !== null ? Number.NaN : value

/** A number as programs, forms and addresses send one. */
export const number = () => vine.number().parse(unlessObject)
