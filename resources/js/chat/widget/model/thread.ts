import type { Changed } from '../../shared/live_connection.js'
import type { Conversation, Message } from './types.js'

/** The loaded part of one conversation. */
export interface Section {
  conversation: Conversation
  /** In the server's order, each once. */
  messages: Message[]
  /** Whether the server has messages before the first one. */
  hasOlder: boolean
  /** All messages up to this number are loaded; above it there may be gaps. */
  cursor: number
}

/** The conversations that the visitor can read: the present one and the ones before it. */
export class Thread {
  sections: Section[] = []
  /** The conversation was deleted, and none has begun since. */
  isDeleted = false
  /** A conversation that is not loaded has changed; only the session's response contains it. */
  isStale = false

  get current(): Section | undefined {
    return this.sections.at(-1)
  }

  find(id: string) {
    return this.sections.find((section) => section.conversation.id === id)
  }

  /** Whether messages are missing, given the newest `seq` of the changed conversations. */
  isBehind(changed: Changed) {
    return changed.some(([id, seq]) => {
      const section = this.find(id)
      this.isStale ||= !section
      return !section || section.cursor < seq
    })
  }

  /**
   * Makes a conversation the present one. The conversations above it stay if they are its history, and are removed
   * otherwise.
   */
  open(conversation: Conversation, hasOlder: boolean): Section {
    const known = this.find(conversation.id)
    if (known) {
      this.update(conversation)
      return known
    }

    if (!isEnded(conversation)) this.isDeleted = false
    if (this.current?.conversation.id !== conversation.previous_id) this.sections = []
    const section: Section = { conversation, messages: [], hasOlder, cursor: 0 }
    this.sections.push(section)
    return section
  }

  /** Removes a conversation that no longer exists. */
  remove(section: Section) {
    this.isDeleted ||= section === this.current && !isEnded(section.conversation)
    this.sections = []
  }

  /** Puts an earlier conversation above all others. */
  prepend(conversation: Conversation, messages: Message[], hasOlder: boolean) {
    const section: Section = { conversation, messages: [], hasOlder, cursor: 0 }
    this.sections.unshift(section)
    this.add(section, messages, true)
  }

  /** Applies a newer state of a conversation; read marks never move back. */
  update(conversation: Pick<Conversation, 'id'> & Partial<Conversation>) {
    const section = this.find(conversation.id)
    if (!section) return
    const before = section.conversation
    section.conversation = {
      ...before,
      ...conversation,
      agent_read_seq: Math.max(before.agent_read_seq || 0, conversation.agent_read_seq || 0),
      visitor_read_seq: Math.max(before.visitor_read_seq || 0, conversation.visitor_read_seq || 0),
    }
  }

  /**
   * Adds messages and returns the new ones. `complete` means that no message is missing between them and the cursor. A
   * message older than the loaded pages is skipped: it comes with its own page, and would leave a gap here.
   */
  add(section: Section, messages: Message[], complete: boolean): Message[] {
    const added: Message[] = []
    const first = section.hasOlder ? section.messages[0]?.seq : undefined

    for (const message of messages) {
      if (first !== undefined && message.seq < first) continue
      const at = section.messages.findIndex((other) => other.id === message.id)
      if (at >= 0) section.messages[at] = { ...section.messages[at], ...message }
      else {
        section.messages.push(message)
        added.push(message)
      }
      if (complete || message.seq === section.cursor + 1) {
        section.cursor = Math.max(section.cursor, message.seq)
      }
    }

    section.messages.sort((a, b) => a.seq - b.seq)
    return added
  }

  /** Adds the page before the first message. */
  addOlder(section: Section, messages: Message[], hasOlder: boolean) {
    section.hasOlder = false
    this.add(section, messages, false)
    section.hasOlder = hasOlder && messages.length > 0
  }
}

export const isEnded = (conversation?: Conversation) =>
  conversation?.status === 'resolved' || conversation?.status === 'closed'
