import vine from '@vinejs/vine'
import { messages } from '#crm/validators/messages'
import { id, number } from '#crm/validators/number'

export const CONTACT_TYPES = ['work', 'home', 'mobile', 'other']

const contact = { type: vine.enum(CONTACT_TYPES) }

/** A person's form; rows of contacts that were left empty are allowed and mean nothing. */
export const personValidator = vine.create({
  first_name: vine.string().trim().minLength(1).maxLength(120),
  last_name: vine.string().trim().maxLength(120).nullable().optional(),
  owner_id: id().nullable().optional(),
  emails: vine
    .array(
      vine.object({ ...contact, address: vine.string().trim().email().maxLength(254).nullable() })
    )
    .maxLength(20)
    .optional(),
  primary_email: number().min(0).optional(),
  phones: vine
    .array(
      vine.object({
        ...contact,
        number: vine
          .string()
          .trim()
          .maxLength(40)
          .regex(/^[+\d][\d ()/.-]*$/)
          .nullable(),
      })
    )
    .maxLength(20)
    .optional(),
  primary_phone: number().min(0).optional(),
  labels: vine.array(id()).maxLength(50).optional(),
})

export const peopleListValidator = vine.create({
  q: vine.string().trim().maxLength(120).nullable().optional(),
  page: number().min(1).max(100_000).withoutDecimals().nullable().optional(),
})

personValidator.messagesProvider = messages
