import type { JWTPayload } from 'jose'
import type { VerifiedAttributes, VerifiedDetails } from '#chat/models/verified_details'
import { IdentityRefused } from '#chat/exceptions/chat_errors'
import { oneLine } from '#chat/support/one_line'

/** Who a website says a visitor is. */
export interface VerifiedIdentity {
  /** The id by which the website knows them. */
  id: string
  details: VerifiedDetails
  /** When the word of the website ends. */
  until: Date
}

const MAX_ID_LENGTH = 255
const MAX_ATTRIBUTES = 20
const MAX_NAME_LENGTH = 40
const MAX_VALUE_LENGTH = 255

/** What a contact detail may look like; anything else is left out. */
const DETAILS = {
  name: /^.{1,120}$/u,
  email: /^(?=.{3,254}$)[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u,
  phone: /^[+()\d\s./-]{4,32}$/,
} as const

/**
 * The identity in a token's claims: `sub` is the visitor's id; `name`, `email`, `phone` (or `phone_number`) and
 * `attributes` are optional. A detail that is no such thing is left out.
 *
 * @throws IdentityRefused without a usable `sub`
 */
export function identityOf(claims: JWTPayload): VerifiedIdentity {
  const id = textOf(claims.sub)
  if (!id || id !== claims.sub || id.length > MAX_ID_LENGTH) throw new IdentityRefused('no_id')
  const { name, email, phone = claims.phone_number, attributes } = claims
  const details: VerifiedDetails = {}
  for (const [field, value] of Object.entries({ name, email, phone })) {
    const known = textOf(value)
    if (known && DETAILS[field as keyof typeof DETAILS].test(known)) {
      details[field as keyof typeof DETAILS] = known
    }
  }
  const kept = attributesOf(attributes)
  if (Object.keys(kept).length) details.attributes = kept
  return { id, details, until: new Date(claims.exp! * 1000) }
}

/** Texts, numbers and booleans with a name; nested and excess ones are left out. */
function attributesOf(value: unknown): VerifiedAttributes {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const kept: [string, string | number | boolean][] = []
  for (const [name, attribute] of Object.entries(value)) {
    const label = textOf(name)?.slice(0, MAX_NAME_LENGTH)
    const shown = typeof attribute === 'string' ? textOf(attribute) : attribute
    if (!label || kept.length === MAX_ATTRIBUTES) continue
    if (typeof shown === 'string') kept.push([label, shown.slice(0, MAX_VALUE_LENGTH)])
    if (typeof shown === 'boolean' || typeof shown === 'number') kept.push([label, shown])
  }
  return Object.fromEntries(kept)
}

/** A text in one line; null for anything else, and for text that shows nothing. */
const textOf = (value: unknown) =>
  typeof value === 'string' ? oneLine(value).toWellFormed().trim() || null : null
