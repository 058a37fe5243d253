import type { ContactField } from '#chat/models/contact_details'

/** A contact detail that stood in a visitor's message. */
export interface NoticedContact {
  value: string
  /** Whether an agent has said that it is not the visitor's. */
  isDismissed?: true
}

/** The last of each kind. */
export type NoticedContacts = Partial<Record<ContactField, NoticedContact>>
