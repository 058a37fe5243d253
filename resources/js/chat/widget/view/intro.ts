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
    const { sync, config } = this.chat
    const isOnline = sync.online ?? config.online
    const back = config.next_open_at ? texts.backAt(backAt(config.next_open_at)) : ''
    this.#offline.hidden = isOnline
    write(this.#offline, isOnline ? '' : [config.offline_message, back].filter(Boolean).join(' '))
  }
}
