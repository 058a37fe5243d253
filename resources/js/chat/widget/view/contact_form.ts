import type { ContactField } from '../model/contact.js'
import type { Chat } from '../model/chat.js'
import { texts } from '../texts.js'
import { h, set, write } from './dom.js'
import { CONTACT_LOOKS, Field } from './field.js'

/** Asks who the visitor is, inside the thread; a message that was written first waits for the answer. */
export class ContactForm {
  readonly element: HTMLFormElement
  #title = h('p', { class: 'form-title' })
  #rows = new Map<ContactField, Field>()

  constructor(
    private chat: Chat,
    private onSaved: () => void
  ) {
    this.element = h('form', {
      class: chat.config.contact_required ? 'contact' : 'contact optional',
      novalidate: true,
      hidden: true,
      submit: this.#submit,
    })
    const required = chat.config.contact_required
    for (const field of ['name', 'email'] as const) {
      const hint = required ? '' : ` ${texts.optional}`
      const row = new Field(`contact-${field}`, field, CONTACT_LOOKS[field], hint)
      set(row.input, 'aria-required', String(required))
      this.#rows.set(field, row)
    }
    this.element.append(
      this.#title,
      ...Array.from(this.#rows.values(), ({ row }) => row),
      h('button', { type: 'submit' }, texts.save)
    )
  }

  render() {
    const { chat } = this
    this.element.hidden = !chat.isContactAsked
    write(this.#title, chat.outbox.entries.length ? texts.detailsFirst : texts.details)
    const fields = chat.contact.fields
    for (const [field, { row }] of this.#rows) row.hidden = !fields.includes(field)
    this.#complain(chat.contact.errors)
  }

  /** Takes what has been filled in; false, and the visitor in the right place, when something is missing. */
  commit(): boolean {
    if (this.element.hidden) return true
    const values: Partial<Record<ContactField, string>> = {}
    for (const [field, { row, input }] of this.#rows) {
      const value = row.hidden ? this.chat.contact.value(field) : input.value.trim()
      if (value) values[field] = value
    }

    const errors = this.chat.saveContact(values)
    for (const row of this.#rows.values()) row.complain('')
    this.#complain(errors)
    const wrong = (Object.keys(errors) as ContactField[])[0]
    if (wrong) this.#rows.get(wrong)?.input.focus()
    return !wrong
  }

  /** Puts the cursor into the first field; false when nothing is asked. */
  focus() {
    const first = Array.from(this.#rows.values()).find(({ row }) => !row.hidden)
    if (this.element.hidden || !first) return false
    first.input.focus()
    return true
  }

  #submit = (event: Event) => {
    event.preventDefault()
    if (this.commit()) this.onSaved()
  }

  #complain(errors: Partial<Record<ContactField, string>>) {
    for (const [field, row] of this.#rows) {
      const message = errors[field]
      if (message) row.complain(message)
    }
  }
}
