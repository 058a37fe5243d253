import type { Chat } from '../model/chat.js'
import { texts } from '../texts.js'
import { h, write } from './dom.js'
import { backAt } from './times.js'

/** What stands at the top of an empty thread: the welcome, and when somebody is back. */
export class Intro {
  readonly element: HTMLElement
  #offline = h('div', { class: 'notice' })

  constructor(private chat: Chat) {
    const welcome = h('p', { class: 'welcome' }, chat.config.welcome_message)
    this.element = h('div', { class: 'intro' }, welcome, this.#offline)
  }

  render() {
    const { config, isHere } = this.chat
    const { nextOpenAt } = this.chat.availability
    const back = nextOpenAt ? texts.backAt(backAt(nextOpenAt)) : ''
    this.#offline.hidden = isHere
    write(this.#offline, isHere ? '' : [config.offline_message, back].filter(Boolean).join(' '))
  }
}
