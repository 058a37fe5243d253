import vine from '@vinejs/vine'

/** What cannot be a number, whatever it says of itself: Vine would ask an object, and fail. */
const unlessObject = (value: unknown) =>
  typeof value === 'object' && value !== null ? Number.NaN : value

/** A number as forms and addresses send one. */
export const number = () => vine.number().parse(unlessObject)

/** What a row is named by. */
export const id = () => number().positive().withoutDecimals()
