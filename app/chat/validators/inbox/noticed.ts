import vine from '#chat/validators/vine'
import { CONTACT_FIELDS } from '#chat/models/contact_details'

/** Which of the noticed contact details. */
export const noticedValidator = vine.create({ field: vine.enum(CONTACT_FIELDS) })
