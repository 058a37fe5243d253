import type { Chat } from '../model/chat.js'
import { texts } from '../texts.js'
import { h, write } from './dom.js'

/** One line above the composer for what the visitor has to know now. */
export class Notice {
  readonly element = h('div', { class: 'bar', role: 'status', hidden: true })
  #timer?: ReturnType<typeof setTimeout>

  constructor(private chat: Chat) {}

  render() {
    const text = this.#text()
    write(this.element, text)
    this.element.hidden = !text
  }

  #text() {
    const { sync, outbox, thread, isUnkept } = this.chat
    clearTimeout(this.#timer)
    if (sync.gone) return texts.gone
    if (isUnkept) return texts.notKept
    if (thread.isDeleted) return texts.deleted
    const wait = outbox.limitedUntil - Date.now()
    if (wait <= 0 || !outbox.entries.length) return this.#queue()
    this.#timer = setTimeout(() => this.render(), 1000)
    return texts.tooMany(Math.ceil(wait / 1000))
  }

  /** What is ahead of a visitor whom nobody has answered yet. */
  #queue() {
    const queue = this.chat.thread.current?.conversation.queue
    if (!queue) return ''
    const { position, wait_seconds: wait } = queue
    return texts.queue(position) + (wait ? texts.wait(Math.ceil(wait / 60)) : '')
  }
}
