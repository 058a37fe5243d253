/** A visitor's contact details. */
export const CONTACT_FIELDS = ['name', 'email', 'phone'] as const
/** The names of a visitor's contact details. */
export type ContactField = (typeof CONTACT_FIELDS)[number]

/** A visitor's contact details; null removes one, and a missing one stays. */
export type ContactDetails = Partial<Record<ContactField, string | null>>

/** The source of a detail that an agent entered: the agent, and the visitor's own claim before. */
export interface ContactSource {
  agent: string
  claimed: string | null
}

/** Where the details come from that an agent has entered. */
export type ContactSources = Partial<Record<ContactField, ContactSource>>
