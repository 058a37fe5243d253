import { grow } from '../../shared/grow.js'
import type { Chat } from '../model/chat.js'
import { text } from '../texts.js'
import { h, icon, write } from './dom.js'

const SHOW_COUNT_BELOW = 500

/** Where the visitor writes. Enter sends, unless an input method is still composing; the draft survives a reload. */
export class Composer {
  readonly element: HTMLFormElement
  #input: HTMLTextAreaElement
  #send = h(
    'button',
    { 'type': 'submit', 'class': 'send', 'aria-label': text('send') },
    icon('send')
  )
  #count = h('span', { class: 'count', role: 'status' })
  #saving?: ReturnType<typeof setTimeout>

  constructor(
    private chat: Chat,
    /** Returns whether the outbox has taken the message. */
    private onSend: (content: string) => boolean
  ) {
    const placeholder = chat.config.input_placeholder
    this.#input = h('textarea', {
      'rows': 1,
      placeholder,
      'aria-label': text('message'),
      'enterkeyhint': 'send',
      'input': () => this.#typed(),
      'keydown': (event: KeyboardEvent) => this.#pressed(event),
    })
    this.element = h(
      'form',
      { class: 'composer', submit: this.#submit },
      this.#input,
      this.#count,
      this.#send
    )
    window.addEventListener('pagehide', () => this.#save())
  }

  /** Restores the draft from before the page was left. */
  restore() {
    this.#input.value = this.chat.store.get('draft') ?? ''
    this.#layOut()
  }

  focus() {
    this.#input.focus()
  }

  #typed() {
    this.#layOut()
    clearTimeout(this.#saving)
    this.#saving = setTimeout(() => this.#save(), 300)
    if (this.#input.value) this.chat.typing.typed()
  }

  #pressed(event: KeyboardEvent) {
    // 229 is what some input methods report instead of the flag, and when they end with this very key
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
      return
    this.#submit(event)
  }

  #submit = (event: Event) => {
    event.preventDefault()
    const content = this.#input.value.trim()
    if (!content || content.length > this.chat.config.max_length) return
    if (!this.onSend(content)) return
    this.#input.value = ''
    this.#save()
    this.#layOut()
  }

  #save() {
    clearTimeout(this.#saving)
    this.chat.store.set('draft', this.#input.value || null)
  }

  #layOut() {
    const left = this.chat.config.max_length - this.#input.value.trim().length
    const shown = left <= SHOW_COUNT_BELOW
    write(
      this.#count,
      !shown ? '' : left < 0 ? text('over', { count: -left }) : text('left', { count: left })
    )
    this.#count.classList.toggle('over', left < 0)
    this.#send.disabled = left < 0 || !this.#input.value.trim()

    grow(this.#input)
  }
}
