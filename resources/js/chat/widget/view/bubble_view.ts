import { texts } from '../texts.js'
import { h, set, write } from './dom.js'
import type { Bubble } from './grouping.js'
import { linkify } from '../../../../../app/chat/support/linkify.js'
import { fullTimeOf, timeOf } from './times.js'

/** What stands under an own message. */
export interface OwnState {
  text: string
  failed?: boolean
}

const EMOJI_ONLY = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s){1,24}$/u

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u

/**
 * One message. Its element lives as long as the message is shown, from "Sending…" to "Seen": only what differs
 * is written, so nothing flickers and a screen reader reads it once.
 */
export class BubbleView {
  readonly element: HTMLElement
  #name = h('div', { class: 'name' })
  #text = h('div', { class: 'text' })
  #time = h('time')
  #state = h('span')
  #actions = h('span', { hidden: true })
  #content?: string
  #bubble!: Bubble

  constructor(onRetry: (bubble: Bubble) => void, onRemove: (bubble: Bubble) => void) {
    this.#actions.append(
      button(texts.retry, () => onRetry(this.#bubble)),
      button(texts.remove, () => onRemove(this.#bubble))
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

  update(bubble: Bubble, state: OwnState | null) {
    this.#bubble = bubble
    this.element.className = [
      'bubble',
      bubble.own ? 'own' : 'theirs',
      bubble.first && 'first',
      (bubble.last || state) && 'last',
      state?.failed && 'failed',
    ]
      .filter(Boolean)
      .join(' ')

    write(this.#name, bubble.own ? texts.you : bubble.name || texts.team)
    if (bubble.content !== this.#content) this.#write(bubble)
    write(this.#time, timeOf(bubble.at))
    set(this.#time, 'datetime', bubble.at)
    set(this.#time, 'title', fullTimeOf(bubble.at))
    write(this.#state, state?.text ?? '')
    this.#actions.hidden = !state?.failed
  }

  #write({ content, message }: Bubble) {
    this.#content = content
    const url = message?.type === 'file' ? message.metadata?.url : undefined
    const pieces = linkify(content)
    if (typeof url === 'string') pieces.push(...linkify((content && '\n') + url))
    this.#text.classList.toggle('emoji', EMOJI_ONLY.test(content) && EMOJI.test(content))
    this.#text.replaceChildren(
      ...pieces.map(({ text, href }) =>
        href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, text) : text
      )
    )
  }
}

const button = (label: string, click: () => void) => h('button', { type: 'button', click }, label)
