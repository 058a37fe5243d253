import type { Chat } from '../model/chat.js'
import { text } from '../texts.js'
import { h } from './dom.js'

/**
 * What the visitor has to agree to first, in the place of the thread: for a frame that was opened without the loader,
 * which asks otherwise.
 */
export class Consent {
  readonly element: HTMLElement

  constructor(private chat: Chat) {
    const { consent_text: words, consent_link: link } = chat.config
    const more = link && h('a', { href: link, target: '_blank', rel: 'noopener' }, text('privacy'))
    const agree = h('button', { type: 'button', click: () => chat.agree() }, text('agree'))
    this.element = h('section', { class: 'consent' }, h('p', {}, words), more, agree)
  }

  render() {
    this.element.hidden = this.chat.hasConsent
  }
}
