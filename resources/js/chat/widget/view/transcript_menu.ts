import type { Chat } from '../model/chat.js'
import type { Transcript } from '../model/transcript.js'
import { text } from '../texts.js'
import { h, icon, write } from './dom.js'
import { Field } from './field.js'

/** The menu by which visitors keep their conversation, in the header. */
export class TranscriptMenu {
  readonly element: HTMLDetailsElement
  #email = new Field('keep', 'email', true)
  #send = h('button', {}, text('keep_mail'))
  #said = h('p', { role: 'status' })

  constructor(
    private chat: Chat,
    private transcript: Transcript
  ) {
    const form = h('form', { novalidate: true, submit: this.#mail }, this.#email.row, this.#send)
    const panel = h(
      'div',
      { class: 'menu' },
      h('button', { type: 'button', click: () => this.#download('html') }, text('keep_html')),
      h('button', { type: 'button', click: () => this.#download('text') }, text('keep_text')),
      form,
      this.#said
    )
    const summary = h('summary', { 'aria-label': text('keep') }, icon('keep'))
    this.element = h('details', { class: 'keep', keydown: this.#pressed }, summary, panel)
    this.element.addEventListener('toggle', () => write(this.#said, ''))
    document.addEventListener('click', ({ target }) => {
      if (!this.element.contains(target as Node)) this.element.open = false
    })
  }

  render() {
    this.element.hidden = !this.transcript.isOffered
    this.#email.row.hidden = !this.transcript.asksEmail
  }

  /** Escape closes the menu, and not the chat as well. */
  #pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.element.open) return
    event.stopPropagation()
    this.element.open = false
    this.element.querySelector('summary')!.focus()
  }

  #download(format: 'html' | 'text') {
    this.transcript
      .download(format)
      .then(() => (this.element.open = false))
      .catch(() => write(this.#said, text('keep_failed')))
  }

  #mail = (event: Event) => {
    event.preventDefault()
    void this.transcript.mail(this.#email.value).then((error) => {
      write(this.#said, error || text('keep_sent'))
      // The field goes, and would take the focus along
      if (!error) this.#send.focus()
      this.chat.changed()
    })
  }
}
