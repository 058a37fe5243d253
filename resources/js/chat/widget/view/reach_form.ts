import type { Chat } from '../model/chat.js'
import type { ReachErrors, ReachField } from '../model/reach.js'
import type { Identity } from '../model/types.js'
import { texts } from '../texts.js'
import { h, write } from './dom.js'
import { CONTACT_LOOKS, Field } from './field.js'

/**
 * Asks below the messages where the team can answer a visitor who waits while it is away. It leaves the
 * focus where it is, can be skipped, and stays while it is being filled in, whatever changes meanwhile.
 */
export class ReachForm {
  readonly element: HTMLElement
  #said = h('p', { role: 'status' })
  #form: HTMLFormElement
  #fields: Record<ReachField, Field>
  #save = h('button', { type: 'submit' }, texts.reachSave)

  constructor(
    private chat: Chat,
    private onDone: () => void
  ) {
    const field = (name: ReachField, hint = '') =>
      new Field(`reach-${name}`, name, CONTACT_LOOKS[name], hint)
    const hint = ` ${texts.optional}`
    this.#fields = { email: field('email'), phone: field('phone', hint), name: field('name', hint) }
    const skip = h(
      'button',
      { type: 'button', class: 'skip', click: () => this.#skip() },
      texts.reachSkip
    )
    this.#form = h(
      'form',
      { class: 'contact', novalidate: true, submit: this.#submit },
      ...Object.values(this.#fields).map(({ row }) => row),
      this.#save,
      skip
    )
    this.element = h('div', { class: 'reach' }, this.#said)
  }

  render() {
    const { reach } = this.chat
    const isShown = reach.isAsked || (!!this.#form.parentNode && this.#isInUse)
    if (!isShown) this.#form.remove()
    else if (!this.#form.parentNode) this.element.append(this.#form)
    this.#fields.name.row.hidden = !reach.asksName
    write(this.#said, isShown ? texts.reach : reach.promise)
    this.element.hidden = !this.#said.textContent
  }

  /** The visitor is in it, or has written something down that would be lost. */
  get #isInUse() {
    const isFilled = Object.values(this.#fields).some(({ value }) => value)
    return isFilled || this.#form.contains(document.activeElement)
  }

  #skip() {
    this.#close()
    this.chat.reach.skip()
  }

  #close() {
    this.#form.reset()
    this.#complain({})
    this.#form.remove()
    this.onDone()
  }

  #complain(errors: ReachErrors) {
    for (const [name, field] of Object.entries(this.#fields)) {
      field.complain(errors[name as ReachField] ?? '')
    }
  }

  #submit = (event: Event) => {
    event.preventDefault()
    if (this.#save.disabled) return
    const values: Identity = {}
    for (const [name, { value }] of Object.entries(this.#fields)) {
      if (value) values[name as ReachField] = value
    }
    this.#save.disabled = true
    void this.chat.reach.save(values).then((errors) => {
      this.#save.disabled = false
      const wrong = Object.keys(errors)[0] as ReachField | undefined
      if (!wrong) {
        this.#close()
        return this.chat.onChange()
      }
      this.#complain(errors)
      this.#fields[wrong].input.focus()
    })
  }
}
