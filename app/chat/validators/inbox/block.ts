import vine from '#chat/validators/vine'
import { MAX_ADDRESS_HOURS } from '#chat/services/visitors/blocks'
import { number } from '#chat/validators/number'

/** For how many hours a visitor's address is blocked with them; for none when left out. */
export const blockValidator = vine.create({
  address_hours: number().withoutDecimals().range([0, MAX_ADDRESS_HOURS]).optional(),
})
