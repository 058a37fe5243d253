import type { Chat } from '../model/chat.js'
import { text } from '../texts.js'
import { h, write } from './dom.js'

/** One line of notice above the composer. */
export class Notice {
  readonly element = h('div', { class: 'bar', role: 'status', hidden: true })
  #timer?: ReturnType<typeof setTimeout>

  constructor(private chat: Chat) {}

  render() {
    const notice = this.#notice()
    write(this.element, notice)
    this.element.hidden = !notice
  }

  #notice() {
    const { sync, outbox, thread, isUnkept } = this.chat
    clearTimeout(this.#timer)
    if (sync.isClosed) return text('closed')
    if (sync.gone) return text('gone')
    if (isUnkept) return text('not_kept')
    if (thread.isDeleted) return text('deleted')
    const wait = outbox.limitedUntil - Date.now()
    if (wait <= 0 || !outbox.entries.length) return this.#queue()
    this.#timer = setTimeout(() => this.render(), 1000)
    const left = { seconds: Math.ceil(wait / 1000) }
    return outbox.isCrowded ? text('crowded', left) : text('too_many', left)
  }

  /** The position and expected wait of a visitor without an agent. */
  #queue() {
    const queue = this.chat.thread.current?.conversation.queue
    if (!queue) return ''
    const { position, wait_seconds: wait } = queue
    const place = position === 1 ? text('next') : text('queued', { position })
    return wait ? text('queued_wait', { place, minutes: Math.ceil(wait / 60) }) : place
  }
}
