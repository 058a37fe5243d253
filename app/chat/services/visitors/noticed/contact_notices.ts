import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import {
  CONTACT_FIELDS,
  type ContactDetails,
  type ContactField,
} from '#chat/models/contact_details'
import Visitor from '#chat/models/visitor'
import Widget from '#chat/models/widget'
import { takeClaims } from '#chat/services/visitors/contact_sources'
import { foundContacts, mayHoldContacts } from '#chat/services/visitors/noticed/found_contacts'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { lockRow } from '#chat/support/row_lock'

/**
 * Contact details that visitors write in their messages (V7). They are offered to the agent, or saved where the widget
 * says so and the visitor has none of that kind: what is known is never overwritten.
 */
export class ContactNotices {
  constructor(
    protected db: QueryClientContract,
    protected emitter: EmitterLike<EventsList>
  ) {}

  /** Reads a visitor's message; most have nothing in them, and cost no statement. */
  async read(visitorId: number, content: string): Promise<void> {
    if (!mayHoldContacts(content)) return
    const visitor = await Visitor.find(visitorId)
    if (!visitor) return
    const found = await foundContacts(content, visitor.countryCode)
    const news = CONTACT_FIELDS.filter((field) => isNew(visitor, field, found[field]))
    if (news.length) await this.#note(visitor, found)
  }

  /** An agent says that a noticed detail is not the visitor's; the same one is not offered again. */
  async dismiss(visitor: Visitor, field: ContactField): Promise<void> {
    await this.#change(visitor.id, (locked) => {
      const noticed = locked.noticed?.[field]
      if (!noticed) return
      locked.noticed = { ...locked.noticed, [field]: { value: noticed.value, isDismissed: true } }
    })
  }

  async #note({ id, widgetId }: Visitor, found: ContactDetails) {
    const { mergeContacts } = await Widget.findOrFail(widgetId)
    await this.#change(id, (locked) => {
      const news = CONTACT_FIELDS.filter((field) => isNew(locked, field, found[field]))
      const merged = news.filter((field) => mergeContacts && !locked[field])
      takeClaims(locked, Object.fromEntries(merged.map((field) => [field, found[field]])))
      const offered = news.filter((field) => !merged.includes(field))
      if (!offered.length) return
      const kept = offered.map((field) => [field, { value: found[field] }])
      locked.noticed = { ...locked.noticed, ...Object.fromEntries(kept) }
    })
  }

  async #change(id: number, change: (locked: Visitor) => void) {
    const { visitor, isChanged } = await this.db.transaction(async (trx) => {
      const locked = await lockRow(Visitor, id, trx)
      change(locked)
      const { $isDirty } = locked
      if ($isDirty) await locked.merge({ updatedAt: DateTime.utc() }).save()
      return { visitor: locked, isChanged: $isDirty }
    })
    if (isChanged) emitAfterCommit(this.emitter, 'chat.visitor.updated', { visitor })
  }
}

/** The noticed details that are worth an offer: unknown so far, and not dismissed. */
export function offeredContacts(visitor: Visitor): [field: ContactField, value: string][] {
  return CONTACT_FIELDS.flatMap((field): [ContactField, string][] => {
    const noticed = visitor.noticed?.[field]
    const isOffered = noticed && !noticed.isDismissed && !isKnown(visitor, field, noticed.value)
    return isOffered ? [[field, noticed.value]] : []
  })
}

function isNew(visitor: Visitor, field: ContactField, value: string | null | undefined) {
  if (!value || isKnown(visitor, field, value)) return false
  return visitor.noticed?.[field]?.value !== value
}

/** A name counts as known unless the noticed one is fuller; addresses and numbers by what they mean. */
function isKnown(visitor: Visitor, field: ContactField, value: string) {
  const known = visitor[field]
  if (!known) return false
  if (field === 'name') return !isFuller(value, known)
  if (field === 'email') return known.trim().toLowerCase() === value.toLowerCase()
  const [one, other] = [digitsOf(known), digitsOf(value)]
  return one === other || (one.length > 5 && other.endsWith(one.replace(/^0+/, '')))
}

/** Whether a name has all the words of another one, and more. */
function isFuller(name: string, known: string) {
  const words = wordsOf(name)
  const before = wordsOf(known)
  return words.length > before.length && before.every((word) => words.includes(word))
}

const wordsOf = (name: string) => name.toLowerCase().split(/\s+/).filter(Boolean)
const digitsOf = (phone: string) => phone.replace(/\D/g, '')
