import type { ContactField } from '#chat/models/contact_details'

/** What a website knows about a visitor beyond their contact details: the name of each attribute and its value. */
export type VerifiedAttributes = Record<string, string | number | boolean>

/** What a website has verified of a visitor; details that it left out are missing. */
export type VerifiedDetails = Partial<Record<ContactField, string>> & {
  attributes?: VerifiedAttributes
}
