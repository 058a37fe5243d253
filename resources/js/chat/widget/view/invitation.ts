import type { Chat } from '../model/chat.js'
import { h } from './dom.js'

/** The proactive message that the visitor has opened the chat by, as a message of the team. */
export class InvitationView {
  readonly element = h('div')
  #drawn?: string

  constructor(private chat: Chat) {}

  render() {
    const { chat } = this
    const present = chat.isTalking ? null : chat.invitation.present
    if (this.#drawn === present?.rule) return
    this.#drawn = present?.rule
    this.element.className = present ? 'bubble first last' : ''
    this.element.replaceChildren()
    if (!present) return
    this.element.append(
      h('div', { class: 'name' }, present.sender),
      h('div', { class: 'text', dir: 'auto' }, present.text)
    )
  }
}
