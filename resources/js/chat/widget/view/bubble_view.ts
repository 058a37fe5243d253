import { text } from '../texts.js'
import { h, set, write } from './dom.js'
import type { Chat } from '../model/chat.js'
import type { Bubble } from './grouping.js'
import type { Piece } from '../../../../../app/chat/support/linkify.js'
import { fullTimeOf, timeOf } from './times.js'

/** The line under an own message. */
export interface OwnState {
  text: string
  failed?: boolean
}

const EMOJI_ONLY = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s){1,24}$/u

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u

/**
 * One message. Its element stays from "Sending…" to "Seen": only differences are written, so that nothing flickers and
 * screen readers read it once.
 */
export class BubbleView {
  readonly element: HTMLElement
  #name = h('div', { class: 'name' })
  #text = h('div', { class: 'text' })
  #time = h('time')
  #state = h('span')
  #actions = h('span', { hidden: true })
  #written?: string
  #drawn = ''
  #bubble!: Bubble

  constructor(
    private chat: Chat,
    onRetry: (bubble: Bubble) => void,
    onRemove: (bubble: Bubble) => void
  ) {
    this.#actions.append(
      button(text('retry'), () => onRetry(this.#bubble)),
      button(text('remove'), () => onRemove(this.#bubble))
    )
    const meta = h(
      'div',
      { 'class': 'meta', 'aria-live': 'off' },
      this.#state,
      this.#time,
      this.#actions
    )
    this.element = h('div', {}, this.#name, this.#text, meta)
  }

  /** Draws what has changed; a bubble that stays as it is costs one comparison, however long the thread. */
  update(bubble: Bubble, state: OwnState | null) {
    const { own, first, last, name, content, at, message, pending } = bubble
    this.#bubble = bubble
    const drawn = JSON.stringify([first, last, name, content, at, state, !this.chat.linkify])
    if (drawn === this.#drawn) return
    this.#drawn = drawn
    this.element.className = [
      'bubble',
      own ? 'own' : 'theirs',
      first && 'first',
      (last || state) && 'last',
      state?.failed && 'failed',
    ]
      .filter(Boolean)
      .join(' ')

    write(this.#name, own ? text('you') : name || text('team'))
    this.#write(content)
    const files = message?.metadata?.attachments ?? pending?.files
    if (files) this.chat.withFiles((part) => part.draw(files, this.#text))
    write(this.#time, timeOf(at))
    set(this.#time, 'datetime', at)
    set(this.#time, 'title', fullTimeOf(at))
    write(this.#state, state?.text ?? '')
    this.#actions.hidden = !state?.failed
  }

  /** Before links can be found, a message is text; one without links is not written again. */
  #write(content: string) {
    const plain: Piece[] = content ? [{ text: content }] : []
    const pieces = this.chat.linkify?.(content) ?? plain
    const written = JSON.stringify(pieces)
    if (written === this.#written) return
    this.#written = written
    this.#text.classList.toggle('emoji', EMOJI_ONLY.test(content) && EMOJI.test(content))
    this.#text.replaceChildren(
      ...pieces.map(({ text: shown, href }) =>
        href
          ? h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, shown)
          : shown
      )
    )
  }
}

const button = (label: string, click: () => void) => h('button', { type: 'button', click }, label)
