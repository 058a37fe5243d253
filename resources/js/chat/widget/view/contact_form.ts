import type { Chat } from '../model/chat.js'
import type { ContactField } from '../model/contact.js'
import type { Identity } from '../model/types.js'
import { text } from '../texts.js'
import { h, set, write } from './dom.js'
import { complain, Field } from './field.js'

/** Asks who the visitor is, inside the thread; a message that was written first waits for the answer. */
export class ContactForm {
  readonly element: HTMLFormElement
  #title = h('p', { class: 'form-title' })
  #fields = new Map<ContactField, Field>()

  constructor(
    private chat: Chat,
    private onSaved: () => void
  ) {
    const isRequired = chat.config.contact_required
    for (const name of ['name', 'email'] as const) {
      const field = new Field('contact', name, isRequired)
      set(field.input, 'aria-required', String(isRequired))
      this.#fields.set(name, field)
    }
    this.element = h(
      'form',
      {
        class: isRequired ? 'contact' : 'contact optional',
        novalidate: true,
        hidden: true,
        submit: (event: Event) => {
          event.preventDefault()
          if (this.commit()) this.onSaved()
        },
      },
      this.#title,
      ...[...this.#fields.values()].map(({ row }) => row),
      h('button', { type: 'submit' }, text('save'))
    )
  }

  render() {
    const { contact, outbox } = this.chat
    this.element.hidden = !contact.isAsked
    write(this.#title, outbox.entries.length ? text('details_first') : text('details'))
    const { fields, errors } = contact
    for (const [name, field] of this.#fields) {
      field.row.hidden = !fields.includes(name)
      if (errors[name]) field.complain(errors[name])
    }
  }

  /** Validates and saves the input; returns false, with the focus on the first invalid field. */
  commit(): boolean {
    if (this.element.hidden) return true
    const { contact } = this.chat
    const values: Identity = {}
    for (const [name, { row, value }] of this.#fields) {
      values[name] = (row.hidden ? contact.value(name) : value) || undefined
    }
    return !complain(this.#fields, contact.save(values))
  }

  /** Focuses the first field; returns false when there is none. */
  focus() {
    const first = [...this.#fields.values()].find(({ row }) => !row.hidden)
    if (this.element.hidden || !first) return false
    first.input.focus()
    return true
  }
}
