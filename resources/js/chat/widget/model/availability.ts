import type { Conversation } from './types.js'
import { isEnded } from './thread.js'

/** What every answer of the server, and a frame of its own, say about the team. */
export interface Told {
  online: boolean
  next_open_at: string | null
  closes_at: string | null
}

/** So long after a word of an agent they count as here, whatever else is said of the team. */
const ANSWER_COUNTS_FOR = 60_000
/** The longest that a browser's timer can wait; longer ones would fire now. */
const LONGEST_WAIT = 2 ** 31 - 1
/** A clock that is wrong makes every hour look past: the server is not asked more often than this. */
const ASK_EVERY = 30_000

/**
 * Who is there, as far as this page knows it. Whoever answers is, whatever the hours or the rest of the team
 * say; and what changes by the clock alone is asked for when its time has come.
 */
export class Availability {
  online: boolean
  nextOpenAt: string | null
  #answeredUntil = 0
  #boundary?: ReturnType<typeof setTimeout>
  #answered?: ReturnType<typeof setTimeout>

  constructor(
    told: Told,
    private ask: () => void
  ) {
    this.online = told.online
    this.nextOpenAt = told.next_open_at
    this.#arm(told)
  }

  /** Takes what an answer says. */
  take(told: Told) {
    this.online = told.online
    this.nextOpenAt = told.next_open_at
    this.#arm(told)
  }

  /** Takes what has just changed, which is newer than the last word of an agent. */
  takeChange(told: Told) {
    this.take(told)
    if (!told.online) this.contradict()
  }

  /** An agent writes, has written or has joined. */
  answered() {
    this.#answeredUntil = Date.now() + ANSWER_COUNTS_FOR
    clearTimeout(this.#answered)
    this.#answered = setTimeout(this.ask, ANSWER_COUNTS_FOR)
  }

  /** The agent who has answered may be gone since: the server knows. */
  contradict() {
    if (!this.#isAnswered) return
    this.#answeredUntil = 0
    clearTimeout(this.#answered)
    this.ask()
  }

  /** Whether the visitor is with somebody, or about to be. */
  isHere(conversation?: Conversation) {
    const isAnswered = this.#isAnswered && !isEnded(conversation)
    return this.online || !!conversation?.queue || isAnswered || this.hasAgent(conversation)
  }

  /** Whether the agent who has joined this conversation is there. */
  hasAgent(conversation?: Conversation) {
    if (!conversation?.agent_name || isEnded(conversation)) return false
    return this.#isAnswered || conversation.agent_online === true
  }

  get #isAnswered() {
    return Date.now() < this.#answeredUntil
  }

  #arm({ next_open_at: opens, closes_at: closes }: Told) {
    clearTimeout(this.#boundary)
    const boundary = Date.parse(opens ?? closes ?? '')
    if (Number.isNaN(boundary)) return
    const left = boundary - Date.now()
    // All who wait for the same hour do not ask in the same instant
    const wait = (left > 0 ? left : ASK_EVERY) + Math.random() * 1000
    this.#boundary = setTimeout(this.ask, Math.min(wait, LONGEST_WAIT))
  }
}
