import type { Api } from '../api.js'
import { text } from '../texts.js'
import type { Chat } from './chat.js'
import type { Identity, Visitor } from './types.js'

export type ContactField = 'name' | 'email'
export type ContactErrors = Partial<Record<ContactField, string>>

/** Roughly the server's pattern of an email address. */
export const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** The visitor's contact details, and which of them are requested before the first message. */
export class Contact {
  /** Known from an earlier session of the visitor. */
  visitor: Partial<Visitor> = {}
  /** Provided by the website. */
  identity: Identity = {}
  /** Errors of the server, by field. */
  errors: ContactErrors = {}

  constructor(
    private chat: Chat,
    private api: Api
  ) {}

  /** The best known value of a field. */
  value(field: ContactField): string | undefined {
    return this.#answered?.[field] || this.identity[field] || this.visitor[field] || undefined
  }

  /** The fields of the form; none when there is nothing to ask. */
  get fields(): ContactField[] {
    const wanted = this.#wanted
    if (this.#isRejected) return wanted
    return this.#answered ? [] : wanted.filter((field) => !this.value(field))
  }

  /**
   * The form appears before the first message only. Where the details are required it appears after the visitor has
   * written the message.
   */
  get isAsked() {
    if (this.chat.thread.current || !this.fields.length) return false
    return this.isAwaited || !this.#isRequired
  }

  /** A message is written and waits for the visitor's details. */
  get isAwaited() {
    return this.isMissing && this.chat.outbox.entries.length > 0
  }

  /** True while no message may be sent. */
  get isMissing() {
    const blocks = this.#isRejected || (this.#isRequired && this.fields.length > 0)
    return blocks && !this.chat.thread.current
  }

  /** Saves the form's values, or returns its errors. */
  save(values: Identity): ContactErrors {
    const errors = this.#validate(values)
    if (Object.keys(errors).length) return errors
    this.errors = {}
    this.chat.store.set('contact', JSON.stringify(values))
    this.chat.outbox.flush()
    this.chat.changed()
    return errors
  }

  /** The server decides: shows the form again with its errors, or continues when it cannot be corrected. */
  reject(errors: ContactErrors) {
    this.errors = {}
    for (const field of Object.keys(errors) as ContactField[]) {
      if (this.#wanted.includes(field)) this.errors[field] = errors[field]
      else delete this.identity[field]
    }
  }

  /** Keeps the details that the website has set; a signed token is a matter of the session. */
  take({ jwt, ...identity }: Identity = {}) {
    this.identity = jwt ? {} : identity
    if (jwt) this.chat.verify(jwt)
  }

  /** Applies the details that the website has set. */
  identify(identity?: Identity) {
    this.take(identity)
    this.chat.outbox.flush()
    this.chat.changed()
    void this.sayIdentity()
  }

  /** Sends the website's details to the server once; after a failure the next session tries again. */
  async sayIdentity() {
    const { store, sync } = this.chat
    const identity = JSON.stringify(this.identity)
    if (identity === '{}' || !sync.hasSession || store.get('identified') === identity) return
    await this.api.post('/identify', this.identity).then(
      () => store.set('identified', identity),
      () => {}
    )
  }

  #validate({ name, email }: Identity): ContactErrors {
    const errors: ContactErrors = {}
    const { fields } = this
    if (fields.includes('name') && this.#isRequired && !name) errors.name = text('name_missing')
    if (fields.includes('email')) {
      if (!email && this.#isRequired) errors.email = text('email_missing')
      else if (email && !EMAIL.test(email)) errors.email = text('email_invalid')
    }
    return errors
  }

  get #answered(): Identity | null {
    try {
      return JSON.parse(this.chat.store.get('contact')!)
    } catch {
      return null
    }
  }

  get #wanted() {
    const { collect_name: name, collect_email: email } = this.chat.config
    return [name && 'name', email && 'email'].filter(Boolean) as ContactField[]
  }

  get #isRequired() {
    return this.chat.config.contact_required
  }

  get #isRejected() {
    return Object.keys(this.errors).length > 0
  }
}
