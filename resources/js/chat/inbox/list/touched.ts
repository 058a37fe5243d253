import type { ConversationFrame } from '../frames.js'
import type { Rows } from './rows.js'

/** What makes a row true again: at least this `seq`, and, where all was read, nothing unread. */
interface Wanted {
  seq: number
  isRead: boolean
}

/** Only what the server says now. */
const AN_ANSWER: Wanted = { seq: Infinity, isRead: false }

/** Conversations whose rows may not be true any more, and what they have to show to be. */
export class Touched {
  #wanted = new Map<string, Wanted>()

  constructor(private rows: Rows) {}

  get isEmpty() {
    return this.#wanted.size === 0
  }

  /** Notes a conversation that has to be asked for. */
  add(id: string) {
    this.#note(id, AN_ANSWER)
  }

  /**
   * Notes a row that has been drawn, which an answer under way may take back. One that was made after a message
   * shows its number, and after everything was read nothing unread; of what else has changed nothing says so.
   */
  addDrawn({ event, conversation }: ConversationFrame) {
    const isRead = event === 'chat.read' && conversation.agent_unread_count === 0
    const seq = event === 'chat.message.sent' ? conversation.last_seq : Infinity
    this.#note(conversation.uuid, isRead ? { seq: 0, isRead } : { seq, isRead })
  }

  /** Takes all of them out. */
  take() {
    const taken = [...this.#wanted]
    this.#wanted.clear()
    return taken
  }

  /** Notes again what could not be asked for. */
  putBack(taken: ReturnType<Touched['take']>) {
    for (const [id, wanted] of taken) this.#note(id, wanted)
  }

  /** Whether a row does not show what it has to. */
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
