import type { ConversationFrame } from '../frames.js'
import type { Rows } from './rows.js'

/** What a row must show to be up to date: at least this `seq`, and, after everything was read, no unread messages. */
interface Wanted {
  seq: number
  isRead: boolean
}

/** Only a new response brings the row up to date. */
const AN_ANSWER: Wanted = { seq: Infinity, isRead: false }

/** Conversations whose rows may be outdated, and what they must show to be up to date. */
export class Touched {
  #wanted = new Map<string, Wanted>()

  constructor(private rows: Rows) {}

  get isEmpty() {
    return this.#wanted.size === 0
  }

  /** Adds a conversation whose row has to be requested. */
  add(id: string) {
    this.#note(id, AN_ANSWER)
  }

  /**
   * Adds a row that has been drawn from a frame, and that a response under way may overwrite. After a message, a newer
   * response shows its `seq`; after everything was read, no unread messages; other changes leave no such sign, and need
   * a request.
   */
  addDrawn({ event, conversation }: ConversationFrame) {
    const isRead = event === 'chat.read' && conversation.agent_unread_count === 0
    const seq = event === 'chat.message.sent' ? conversation.last_seq : Infinity
    this.#note(conversation.uuid, isRead ? { seq: 0, isRead } : { seq, isRead })
  }

  /** Returns all entries and removes them. */
  take() {
    const taken = [...this.#wanted]
    this.#wanted.clear()
    return taken
  }

  /** Adds entries again whose request has failed. */
  putBack(taken: ReturnType<Touched['take']>) {
    for (const [id, wanted] of taken) this.#note(id, wanted)
  }

  /** Whether a row is outdated. */
  isOutdated(id: string, { seq, isRead }: Wanted) {
    const row = this.rows.find(id)
    return Number(row?.dataset.lastSeq ?? 0) < seq || (isRead && this.rows.isUnread(id))
  }

  #note(id: string, { seq, isRead }: Wanted) {
    const before = this.#wanted.get(id)
    this.#wanted.set(id, {
      seq: Math.max(seq, before?.seq ?? 0),
      isRead: isRead || Boolean(before?.isRead),
    })
  }
}
