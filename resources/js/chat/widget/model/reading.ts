import type { Api } from '../api.js'
import type { Bridge } from '../bridge.js'
import { text } from '../texts.js'
import type { Chat } from './chat.js'

/** Reports read messages to the server, and the number of unread ones to the website. */
export class Reading {
  #sent = ''
  #shown = -1

  constructor(
    private chat: Chat,
    private api: Api,
    private bridge: Bridge
  ) {}

  /** Called after every change. */
  consider() {
    this.#mark()
    const { unread } = this.chat
    if (unread === this.#shown) return
    this.#shown = unread
    const count = unread > 9 ? '9+' : `${unread || ''}`
    const label = text('unread', { count })
    this.bridge.post('event', { name: 'unread', detail: unread, count, label })
  }

  /** Reports read messages once, and only while they are visible. */
  #mark() {
    const { chat } = this
    const section = chat.thread.current
    if (!section || !chat.isOpen || document.hidden || !chat.isAtEnd) return
    chat.unread = 0
    const { id, visitor_read_seq: known } = section.conversation
    const last = section.messages.findLast(({ sender_type: by }) => by !== 'visitor')
    const seq = Math.min(last?.seq ?? 0, section.cursor)
    const sent = `${id}:${seq}`
    if (seq <= known || sent === this.#sent) return

    this.#sent = sent
    this.api.post(`/conversations/${id}/read`, { seq }).then(
      () => chat.thread.update({ ...section.conversation, visitor_read_seq: seq }),
      () => (this.#sent = '')
    )
  }
}
