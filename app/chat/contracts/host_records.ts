/** A user of the host. Ids are strings, whatever the host's own key type is. */
export interface HostUser {
  id: string
  name: string
  email: string
  avatarUrl: string | null
}

/** A person of the host as the chat shows it: enough for a link and a name. */
export interface HostPerson {
  id: string
  name: string
  email: string | null
  url: string
}

/** A record that the host keeps of a conversation, as the chat shows it. */
export interface HostRecord {
  id: string
  number: string
  title: string
  url: string
}

/** A lead of the host. */
export type HostLead = HostRecord

/** A ticket of the host. */
export type HostTicket = HostRecord

/** The visitor's details from which the host creates or completes a person. */
export interface PersonDraft {
  name: string | null
  email: string | null
  phone: string | null
  ownerId: string | null
}

/** The details of a conversation from which the host creates a record. */
export interface RecordDraft {
  title: string
  /** The transcript, without notes. */
  description: string
  personId: string | null
  source: string
  ownerId: string | null
}

/** The details of a conversation that becomes a lead. */
export type LeadDraft = RecordDraft

/** The details of a conversation that gets a ticket. */
export type TicketDraft = RecordDraft

/** One entry of the host's timeline; at most one row is kept per `key` (P4). */
export interface TimelineEntry {
  key: string
  personId: string | null
  leadId: string | null
  actorId: string | null
  event:
    | 'chat.started'
    | 'chat.closed'
    | 'chat.promoted'
    | 'chat.converted'
    | 'chat.ticket_created'
    | 'chat.deleted'
  title: string
  description: string | null
  url: string
  occurredAt: Date
}

/** A way by which people and a company reach each other; hosts have channels of their own. */
export type ContactChannel = 'chat' | 'email' | 'sms' | 'phone' | (string & {})

/** One contact with a person or about a lead; at most one row is kept per `key` (P6). */
export interface ContactEntry {
  key: string
  personId: string | null
  leadId: string | null
  /** The user who acted; null for a system's own. */
  actorId: string | null
  /** `in` from the person, `out` to them. */
  direction: 'in' | 'out'
  title: string
  description: string | null
  url: string | null
  occurredAt: Date
}

/** A contact as a timeline of all channels has it. */
export interface KeptContact {
  channel: ContactChannel
  /** Null where it is not known. */
  direction: 'in' | 'out' | null
  title: string
  description: string | null
  url: string | null
  occurredAt: Date
}
