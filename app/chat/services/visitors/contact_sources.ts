import { isDeepStrictEqual } from 'node:util'
import {
  CONTACT_FIELDS,
  type ContactDetails,
  type ContactField,
  type ContactSource,
  type ContactSources,
} from '#chat/models/contact_details'
import type { VerifiedDetails } from '#chat/models/verified_details'
import type Visitor from '#chat/models/visitor'

/** The detail as the visitor claims it; an agent's entry is never shown to them. */
export function claimOf(visitor: Visitor, field: ContactField): string | null {
  const source = visitor.contactSources?.[field]
  return source ? source.claimed : visitor[field]
}

/** The visitor's name as they claim it: it stands on their messages, which they read. */
export const claimedName = (visitor: Visitor) =>
  claimOf(visitor, 'name') ?? claimOf(visitor, 'email') ?? visitor.anonymousName

/** The agent who entered each detail, by field; fields claimed by the visitor are left out. */
export function enteredBy({ contactSources }: Visitor): Partial<Record<ContactField, string>> {
  const sources = Object.entries(contactSources ?? {}) as [ContactField, ContactSource][]
  return Object.fromEntries(sources.map(([field, { agent }]) => [field, agent]))
}

/** The contact details that the visitor's website has verified (V6). */
export function verifiedDetailsOf({ verifiedDetails }: Visitor) {
  const { attributes, ...details } = verifiedDetails ?? {}
  return details
}

/**
 * Stores the visitor's claims (P5). A repeated claim does not undo an agent's correction; a new one does. What the
 * website has verified stays.
 */
export function takeClaims(visitor: Visitor, claims: ContactDetails) {
  const verified = verifiedDetailsOf(visitor)
  const open = Object.entries(claims).filter(([field]) => !verified[field as ContactField])
  claim(visitor, Object.fromEntries(open))
}

/** Stores what the visitor's website has verified, in place of what it verified before. */
export function takeVerified(visitor: Visitor, { attributes, ...details }: VerifiedDetails) {
  claim(visitor, details)
  const verified = attributes ? { ...details, attributes } : details
  if (!isDeepStrictEqual(verified, visitor.verifiedDetails)) visitor.verifiedDetails = verified
}

function claim(visitor: Visitor, claims: ContactDetails) {
  const sources = { ...visitor.contactSources }
  for (const field of CONTACT_FIELDS) {
    const value = claims[field]
    if (!value || value === claimOf(visitor, field)) continue
    delete sources[field]
    visitor[field] = value
  }
  keep(visitor, sources)
}

/** Stores an agent's entries (null clears a field), and returns the changed fields. */
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

/** Assigns only a changed document, so that an unchanged one is not written. */
function keep(visitor: Visitor, sources: ContactSources) {
  const next = Object.keys(sources).length ? sources : null
  if (JSON.stringify(next) !== JSON.stringify(visitor.contactSources ?? null)) {
    visitor.contactSources = next
  }
}
