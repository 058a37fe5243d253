import vine from '#chat/validators/vine'
import * as field from '#chat/validators/widget/fields'

export const sessionValidator = vine.create({
  page: field.page().nullable().optional(),
  consent: field.consentVersion().nullable().optional(),
})

export const identifyValidator = vine.create({
  name: field.personName().nullable().optional(),
  email: field.email().nullable().optional(),
  phone: field.phone().nullable().optional(),
})

/** A signed token with which the website verifies its visitor. */
export const identityValidator = vine.create({
  jwt: vine.string().minLength(1).maxLength(8192),
  consent: field.consentVersion().nullable().optional(),
})

export const pageViewValidator = vine.create({
  url: field.url(),
  title: field.title().nullable().optional(),
})
