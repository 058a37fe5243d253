import { texts } from '../texts.js'
import { h, set, write } from './dom.js'

export interface FieldLook {
  label: string
  type: string
  autocomplete: string
  maxlength: number
}

/** What visitors are asked for, as a field asks for it. */
export const CONTACT_LOOKS = {
  name: { label: texts.name, type: 'text', autocomplete: 'name', maxlength: 120 },
  email: { label: texts.email, type: 'email', autocomplete: 'email', maxlength: 254 },
  phone: { label: texts.phone, type: 'tel', autocomplete: 'tel', maxlength: 32 },
}

/** One labelled field of a form, with the place where it says what is wrong. */
export class Field {
  readonly row: HTMLElement
  readonly input: HTMLInputElement
  #error: HTMLElement

  constructor(id: string, name: string, { label, ...attributes }: FieldLook, hint = '') {
    this.#error = h('span', { class: 'error', id: `${id}-error`, role: 'alert' })
    this.input = h('input', { id, name, ...attributes })
    set(this.input, 'aria-describedby', `${id}-error`)
    const caption = h('label', { for: id }, label + hint)
    this.row = h('div', { class: 'field' }, caption, this.input, this.#error)
  }

  get value() {
    return this.input.value.trim()
  }

  /** Says what is wrong; an empty text says that nothing is. */
  complain(message: string) {
    write(this.#error, message)
    set(this.input, 'aria-invalid', message ? 'true' : null)
  }
}
