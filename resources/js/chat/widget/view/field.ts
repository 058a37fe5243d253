import { text } from '../texts.js'
import { h, set, write } from './dom.js'

const LOOKS = {
  name: { label: text('name'), type: 'text', autocomplete: 'name', maxlength: 120 },
  email: { label: text('email'), type: 'email', autocomplete: 'email', maxlength: 254 },
  phone: { label: text('phone'), type: 'tel', autocomplete: 'tel', maxlength: 32 },
}

/** The fields that visitors may be asked for. */
export type FieldName = keyof typeof LOOKS
export type FieldErrors = Partial<Record<FieldName, string>>

/** A labelled form field with its error message. */
export class Field {
  readonly row: HTMLElement
  readonly input: HTMLInputElement
  #error: HTMLElement

  constructor(form: string, name: FieldName, isRequired: boolean) {
    const { label, ...attributes } = LOOKS[name]
    const id = `${form}-${name}`
    this.#error = h('span', { class: 'error', id: `${id}-error`, role: 'alert' })
    this.input = h('input', { id, name, ...attributes, 'aria-describedby': `${id}-error` })
    const caption = isRequired ? label : text('optional', { field: label })
    this.row = h(
      'div',
      { class: 'field' },
      h('label', { for: id }, caption),
      this.input,
      this.#error
    )
  }

  get value() {
    return this.input.value.trim()
  }

  /** Shows the error; an empty text removes it. */
  complain(message = '') {
    write(this.#error, message)
    set(this.input, 'aria-invalid', message ? 'true' : null)
  }
}

/** Shows each field's error and focuses the first invalid field; returns whether there is one. */
export function complain(fields: Map<FieldName, Field>, errors: FieldErrors) {
  for (const [name, field] of fields) field.complain(errors[name])
  const wrong = [...fields.keys()].find((name) => errors[name])
  fields.get(wrong!)?.input.focus()
  return !!wrong
}
