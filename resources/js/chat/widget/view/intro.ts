import type { Chat } from '../model/chat.js'
import { text } from '../texts.js'
import { h, write } from './dom.js'
import { backAt } from './times.js'

/** The top of an empty thread: the welcome, and when the team is back. */
export class Intro {
  readonly element: HTMLElement
  #welcome: HTMLElement
  #offline = h('div', { class: 'notice' })

  constructor(private chat: Chat) {
    this.#welcome = h('p', { class: 'welcome' }, chat.config.welcome_message)
    this.element = h('div', { class: 'intro' }, this.#welcome, this.#offline)
  }

  render() {
    const { config, isHere } = this.chat
    const { nextOpenAt } = this.chat.availability
    const back = nextOpenAt ? text('back_at', { moment: backAt(nextOpenAt) }) : ''
    // A proactive message stands in its place
    this.#welcome.hidden = !!this.chat.invitation.present
    this.#offline.hidden = isHere
    write(this.#offline, isHere ? '' : [config.offline_message, back].filter(Boolean).join(' '))
  }
}
