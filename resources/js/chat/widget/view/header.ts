import type { Chat } from '../model/chat.js'
import { text } from '../texts.js'
import { h, icon, set, write } from './dom.js'
import { backAt } from './times.js'

/** Texts for the states without a stream. */
const LINK = {
  connecting: text('connecting'),
  polling: text('polling'),
  offline: text('offline'),
  ended: text('ended'),
}

/** The agent or team that the visitor talks to, and the connection's state. */
export class Header {
  readonly element: HTMLElement
  #dot = h('span', { 'class': 'dot', 'aria-hidden': 'true' })
  #status = h('span', { role: 'status' })
  /** Where the menu of the conversation stands, once there is one. */
  readonly place = h('span')
  #sound = h('button', { type: 'button', hidden: true })

  constructor(
    private chat: Chat,
    actions: { isFramed: boolean; minimise(): void; toggleSound(): void }
  ) {
    const { welcome_title: title, logo_url: logo } = chat.config
    const initial = Array.from(title.trim())[0] ?? '•'
    const image = h('span', { 'class': 'logo', 'aria-hidden': 'true' }, initial)
    if (logo) {
      const picture = h('img', { src: logo, alt: '', referrerpolicy: 'no-referrer' })
      picture.addEventListener('load', () => image.replaceChildren(picture))
    }
    this.#sound.addEventListener('click', () => actions.toggleSound())
    const close = h(
      'button',
      { 'type': 'button', 'aria-label': text('minimise') },
      icon('minimise')
    )
    close.addEventListener('click', () => actions.minimise())
    close.hidden = !actions.isFramed

    const line = h('p', { class: 'status' }, this.#dot, this.#status)
    const name = h('div', { class: 'who' }, h('h1', {}, title), line)
    this.element = h('header', {}, image, name, this.place, this.#sound, close)
  }

  render() {
    const { sync, store, isHere } = this.chat
    const state = sync.gone ? 'ended' : sync.state
    write(this.#status, state === 'live' ? this.#who() : LINK[state])
    this.#dot.dataset.state = state === 'live' && !isHere ? 'away' : state

    this.#sound.hidden = !this.chat.config.sound_enabled || !this.chat.hasConsent
    const muted = store.get('muted') === '1'
    set(this.#sound, 'aria-label', muted ? text('unmute') : text('mute'))
    this.#sound.replaceChildren(icon(muted ? 'muted' : 'sound'))
  }

  /** The agent who has joined, the team, or when the team is back. */
  #who() {
    const { availability, isHere, thread } = this.chat
    const conversation = thread.current?.conversation
    if (availability.hasAgent(conversation))
      return text('agent_live', { agent: conversation!.agent_name! })
    if (isHere) return text('live')
    const { nextOpenAt } = availability
    return nextOpenAt ? text('away_until', { moment: backAt(nextOpenAt) }) : text('away')
  }
}
