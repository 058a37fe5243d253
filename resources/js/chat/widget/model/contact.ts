import type { WidgetConfig } from '../config.js'
import type { Store } from '../store.js'
import { texts } from '../texts.js'
import type { Identity, Visitor } from './types.js'

export type ContactField = 'name' | 'email'
export type ContactErrors = Partial<Record<ContactField, string>>

/** What the server takes for an address, roughly. */
export const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** Who the visitor says to be, and what of it still has to be asked before the first message. */
export class Contact {
  /** Told by the server about a visitor who has been here before. */
  visitor: Partial<Visitor> = {}
  /** Told by the website. */
  identity: Identity = {}
  /** What the server did not take. */
  errors: ContactErrors = {}

  constructor(
    private config: WidgetConfig,
    private store: Store
  ) {}

  get answered(): Identity | null {
    try {
      return JSON.parse(this.store.get('contact') ?? 'null')
    } catch {
      return null
    }
  }

  /** The best that is known of one field. */
  value(field: ContactField): string | undefined {
    return this.answered?.[field] || this.identity[field] || this.visitor[field] || undefined
  }

  /** The fields of the form; none when there is nothing to ask. */
  get fields(): ContactField[] {
    const wanted = this.#wanted
    if (this.#isRejected) return wanted
    return this.answered ? [] : wanted.filter((field) => !this.value(field))
  }

  /** True while no message may be sent. */
  get blocks() {
    return this.#isRejected || (this.config.contact_required && this.fields.length > 0)
  }

  validate(values: Identity): ContactErrors {
    const errors: ContactErrors = {}
    const required = this.config.contact_required
    if (this.fields.includes('name') && required && !values.name) errors.name = texts.nameMissing
    if (this.fields.includes('email')) {
      if (!values.email && required) errors.email = texts.emailMissing
      else if (values.email && !EMAIL.test(values.email)) errors.email = texts.emailInvalid
    }
    return errors
  }

  save(values: Identity) {
    this.errors = {}
    this.store.set('contact', JSON.stringify(values))
  }

  /** The server has the last word: asks again and says why, or goes without what nobody can be asked for. */
  reject(errors: ContactErrors) {
    this.errors = {}
    for (const field of Object.keys(errors) as ContactField[]) {
      if (this.#wanted.includes(field)) this.errors[field] = errors[field]
      else delete this.identity[field]
    }
  }

  get #wanted() {
    const wanted: ContactField[] = []
    if (this.config.collect_name) wanted.push('name')
    if (this.config.collect_email) wanted.push('email')
    return wanted
  }

  get #isRejected() {
    return Object.keys(this.errors).length > 0
  }
}
