import vine from '#chat/validators/vine'
import { MAX_ADDRESS_HOURS } from '#chat/services/visitors/blocks'

/** For how many hours the visitor's address is blocked with them; for none when left out. */
export const apiBlockValidator = vine.create({
  address_hours: vine
    .number({ strict: true })
    .withoutDecimals()
    .range([0, MAX_ADDRESS_HOURS])
    .optional(),
})
