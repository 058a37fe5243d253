import { OwnTyping } from '../../shared/own_typing.js'
import type { Api } from '../api.js'
import type { Chat } from './chat.js'

const EXPIRES = 6000

/** Typing in both directions: reports the visitor's to the server and shows the agent's. */
export class Typing {
  /** The name of the agent who is typing, or null. */
  name: string | null = null
  #ends?: ReturnType<typeof setTimeout>
  #own: OwnTyping

  constructor(
    private chat: Chat,
    api: Api
  ) {
    this.#own = new OwnTyping((typing) => {
      const id = chat.thread.current?.conversation.id
      if (id) api.post(`/conversations/${id}/typing`, { typing }).catch(() => {})
    })
  }

  /** The visitor has typed. */
  typed() {
    if (this.chat.thread.current) this.#own.typed()
  }

  /** The visitor has stopped typing. */
  stop() {
    this.#own.stop()
  }

  /** Takes the name of an agent who types, or null when none does. */
  take(name: string | null) {
    clearTimeout(this.#ends)
    this.name = name
    if (name !== null) {
      this.chat.availability.answered()
      this.#ends = setTimeout(() => this.take(null), EXPIRES)
    }
    this.chat.changed()
  }
}
