import type { Chat } from '../model/chat.js'
import { texts } from '../texts.js'
import { h, icon, set, write } from './dom.js'
import { backAt } from './times.js'

/** Who the visitor talks to, and whether the line is up. */
export class Header {
  readonly element: HTMLElement
  #dot = h('span', { 'class': 'dot', 'aria-hidden': 'true' })
  #status = h('span', { role: 'status' })
  #sound = h('button', { type: 'button', hidden: true })

  constructor(
    private chat: Chat,
    actions: { isFramed: boolean; minimise(): void; toggleSound(): void }
  ) {
    const { welcome_title: title, logo_url: logo, sound_enabled: sound } = chat.config
    const initial = Array.from(title.trim())[0] ?? '•'
    const image = h('span', { 'class': 'logo', 'aria-hidden': 'true' }, initial)
    if (logo) {
      const picture = h('img', { src: logo, alt: '', referrerpolicy: 'no-referrer' })
      picture.addEventListener('load', () => image.replaceChildren(picture))
    }
    this.#sound.hidden = !sound
    this.#sound.addEventListener('click', () => actions.toggleSound())
    const close = h('button', { 'type': 'button', 'aria-label': texts.minimise }, icon('minimise'))
    close.addEventListener('click', () => actions.minimise())
    close.hidden = !actions.isFramed

    const line = h('p', { class: 'status' }, this.#dot, this.#status)
    const name = h('div', { class: 'who' }, h('h1', {}, title), line)
    this.element = h('header', {}, image, name, this.#sound, close)
  }

  render() {
    const { sync, store, isHere } = this.chat
    const state = sync.gone ? 'ended' : sync.state
    write(this.#status, state === 'live' ? this.#who() : texts[state])
    this.#dot.dataset.state = state === 'live' && !isHere ? 'away' : state

    const muted = store.get('muted') === '1'
    set(this.#sound, 'aria-label', muted ? texts.unmute : texts.mute)
    this.#sound.replaceChildren(icon(muted ? 'muted' : 'sound'))
  }

  /** Who is there: the agent who has joined, the team, or nobody until it is back. */
  #who() {
    const { availability, isHere, thread } = this.chat
    const conversation = thread.current?.conversation
    if (availability.hasAgent(conversation)) return `${conversation!.agent_name} · ${texts.live}`
    if (isHere) return texts.live
    const { nextOpenAt } = availability
    return nextOpenAt ? texts.awayUntil(backAt(nextOpenAt)) : texts.away
  }
}
