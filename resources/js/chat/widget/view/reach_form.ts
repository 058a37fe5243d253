import type { Chat } from '../model/chat.js'
import type { Reach, ReachField } from '../model/reach.js'
import type { Identity } from '../model/types.js'
import { text } from '../texts.js'
import { h, write } from './dom.js'
import { complain, Field } from './field.js'

/**
 * Asks below the messages where the team can answer a visitor who waits while it is away. It leaves the
 * focus where it is, can be skipped, and stays while it is being filled in, whatever changes meanwhile.
 */
export class ReachForm {
  readonly element: HTMLElement
  #status = h('p', { role: 'status' })
  #form: HTMLFormElement
  #fields = new Map<ReachField, Field>()
  #save = h('button', { type: 'submit' }, text('reach_save'))

  constructor(
    private chat: Chat,
    private reach: Reach,
    private onDone: () => void
  ) {
    for (const name of ['email', 'phone', 'name'] as const) {
      this.#fields.set(name, new Field('reach', name, name === 'email'))
    }
    const skip = h(
      'button',
      { type: 'button', class: 'skip', click: () => this.#skip() },
      text('reach_skip')
    )
    this.#form = h(
      'form',
      { class: 'contact', novalidate: true, submit: this.#submit },
      ...[...this.#fields.values()].map(({ row }) => row),
      this.#save,
      skip
    )
    this.element = h('div', { class: 'reach' }, this.#status)
  }

  render() {
    const { reach } = this
    const isShown = reach.isAsked || (!!this.#form.parentNode && this.#isInUse)
    if (!isShown) this.#form.remove()
    else if (!this.#form.parentNode) this.element.append(this.#form)
    this.#fields.get('name')!.row.hidden = !reach.asksName
    write(this.#status, isShown ? reach.question : reach.promise)
    this.element.hidden = !this.#status.textContent
  }

  /** The visitor has the focus in it, or has entered something that would be lost. */
  get #isInUse() {
    const isFilled = [...this.#fields.values()].some(({ value }) => value)
    return isFilled || this.#form.contains(document.activeElement)
  }

  #skip() {
    this.#close()
    this.reach.skip()
  }

  #close() {
    this.#form.reset()
    complain(this.#fields, {})
    this.#form.remove()
    this.onDone()
  }

  #submit = (event: Event) => {
    event.preventDefault()
    if (this.#save.disabled) return
    const values: Identity = {}
    for (const [name, { value }] of this.#fields) values[name] = value || undefined
    this.#save.disabled = true
    void this.reach.save(values).then((errors) => {
      this.#save.disabled = false
      if (complain(this.#fields, errors)) return
      this.#close()
      this.chat.changed()
    })
  }
}
