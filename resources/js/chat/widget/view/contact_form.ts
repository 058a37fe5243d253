import type { ContactField } from '../model/contact.js'
import type { Chat } from '../model/chat.js'
import { texts } from '../texts.js'
import { h, set, write } from './dom.js'

const FIELDS = {
  name: { label: texts.name, type: 'text', autocomplete: 'name', maxlength: 120 },
  email: { label: texts.email, type: 'email', autocomplete: 'email', maxlength: 254 },
}

/** Asks who the visitor is, inside the thread; a message that was written first waits for the answer. */
export class ContactForm {
  readonly element: HTMLFormElement
  #title = h('p', { class: 'form-title' })
  #rows = new Map<ContactField, { row: HTMLElement; input: HTMLInputElement; error: HTMLElement }>()

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
      const { label, ...attributes } = FIELDS[field]
      const id = `contact-${field}`
      const error = h('span', { class: 'error', id: `${id}-error`, role: 'alert' })
      const input = h('input', { id, name: field, ...attributes })
      set(input, 'aria-required', String(required))
      set(input, 'aria-describedby', `${id}-error`)
      const hint = required ? '' : ` ${texts.optional}`
      const row = h('div', { class: 'field' }, h('label', { for: id }, label + hint), input, error)
      this.#rows.set(field, { row, input, error })
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
    for (const { error } of this.#rows.values()) write(error, '')
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
    for (const [field, { input, error }] of this.#rows) {
      const message = errors[field]
      if (message) write(error, message)
      set(input, 'aria-invalid', error.textContent ? 'true' : null)
    }
  }
}
