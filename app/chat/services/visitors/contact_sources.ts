import type Visitor from '#chat/models/visitor'

/** What a visitor can be called and reached by. */
export const CONTACT_FIELDS = ['name', 'email', 'phone'] as const
export type ContactField = (typeof CONTACT_FIELDS)[number]

export type ContactDetails = Partial<Record<ContactField, string | null>>

/** Of a detail that an agent has entered: who that was, and what the visitor had said. */
export interface ContactSource {
  agent: string
  claimed: string | null
}

export type ContactSources = Partial<Record<ContactField, ContactSource>>

/** What the visitor themselves says; what an agent has entered is not theirs to read. */
export function claimOf(visitor: Visitor, field: ContactField): string | null {
  const source = visitor.contactSources?.[field]
  return source ? source.claimed : visitor[field]
}

/** What the visitor is called by their own word: it stands on their messages, which they read. */
export const claimedName = (visitor: Visitor) =>
  claimOf(visitor, 'name') ?? claimOf(visitor, 'email') ?? visitor.anonymousName

/** The agent who has entered it, by field; without those that the visitor has said. */
export function enteredBy({ contactSources }: Visitor): Partial<Record<ContactField, string>> {
  const sources = Object.entries(contactSources ?? {}) as [ContactField, ContactSource][]
  return Object.fromEntries(sources.map(([field, { agent }]) => [field, agent]))
}

/**
 * Takes what the visitor says of themselves, all of it claims (P5). What they have said before does not undo
 * an agent's correction of it; anything new does.
 */
export function takeClaims(visitor: Visitor, claims: ContactDetails) {
  const sources = { ...visitor.contactSources }
  for (const field of CONTACT_FIELDS) {
    const value = claims[field]
    if (!value || value === claimOf(visitor, field)) continue
    delete sources[field]
    visitor[field] = value
  }
  keep(visitor, sources)
}

/** Takes what an agent enters, null for nothing, and answers which fields it has changed. */
export function takeFromAgent(visitor: Visitor, agent: string, details: ContactDetails) {
  const sources = { ...visitor.contactSources }
  const changed = CONTACT_FIELDS.filter((field) => {
    const value = details[field]
    return value !== undefined && value !== visitor[field]
  })
  for (const field of changed) {
    const claimed = claimOf(visitor, field)
    const value = details[field] ?? null
    if (value === claimed) delete sources[field]
    else sources[field] = { agent, claimed }
    visitor[field] = value
  }
  keep(visitor, sources)
  return changed
}

/** An unchanged document is not written again. */
function keep(visitor: Visitor, sources: ContactSources) {
  const next = Object.keys(sources).length ? sources : null
  if (JSON.stringify(next) !== JSON.stringify(visitor.contactSources ?? null)) {
    visitor.contactSources = next
  }
}
