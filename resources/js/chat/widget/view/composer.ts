import { grow } from '../../shared/grow.js'
import type { Files } from '../files.js'
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
    const { input_placeholder: placeholder } = chat.config
    this.#input = h('textarea', {
      'rows': 1,
      placeholder,
      'aria-label': text('message'),
      'enterkeyhint': 'send',
      'input': () => this.#typed(),
      'keydown': (event: KeyboardEvent) => this.#pressed(event),
    })
    const attach =
      !chat.config.no_files &&
      h(
        'button',
        {
          'type': 'button',
          'class': 'attach',
          'aria-label': text('attach'),
          'click': () => chat.withFiles((part) => part.choose()),
        },
        icon('attach')
      )
    this.element = h(
      'form',
      { class: 'composer', submit: this.#submit },
      attach,
      this.#input,
      this.#count,
      this.#send
    )
    addEventListener('pagehide', () => this.#save())
    // After a failure, the next file tries again
    chat.withFiles = (then) =>
      import(/* @vite-ignore */ chat.config.files).then(
        ({ Files: Loaded }) =>
          then((chat.files ??= new Loaded(chat, this.element, () => this.#layOut()) as Files)),
        () => {}
      )
    // Dropped beside the field, a file would take the place of the chat
    for (const type of ['paste', 'dragover', 'drop']) {
      addEventListener(type, (event) => this.#given(event as ClipboardEvent & DragEvent))
    }
  }

  /** Text that an image comes along with stays text. */
  #given(event: ClipboardEvent & DragEvent) {
    const { types, files } = event.clipboardData ?? event.dataTransfer!
    if (!/^(?!text).*Files/.test(`${types}`)) return
    event.preventDefault()
    const given = [...files]
    this.chat.withFiles((part) => part.add(given))
  }

  /** Restores the draft from before the page was left. */
  restore() {
    const { store } = this.chat
    this.#input.value = store.get('draft') ?? ''
    if (store.get('files')) this.chat.withFiles(() => {})
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
    if (this.#send.disabled) return
    if (!this.onSend(this.#input.value.trim())) return
    this.chat.files?.clear()
    this.#input.value = ''
    this.#save()
    this.#layOut()
  }

  #save() {
    clearTimeout(this.#saving)
    this.chat.store.set('draft', this.#input.value || null)
  }

  #layOut() {
    const { files } = this.chat
    const { length } = this.#input.value.trim()
    const left = this.chat.config.max_length - length
    const shown = left <= SHOW_COUNT_BELOW
    write(
      this.#count,
      !shown ? '' : left < 0 ? text('over', { count: -left }) : text('left', { count: left })
    )
    this.#count.classList.toggle('over', left < 0)
    this.#send.disabled = left < 0 || !!files?.isBusy || !(length || files?.ready.length)

    grow(this.#input)
  }
}
