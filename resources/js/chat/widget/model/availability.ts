import type { AvailabilityJson } from '../../../../../app/chat/transformers/json/visitor_json.js'
import type { Conversation } from './types.js'
import { isEnded } from './thread.js'

/** The team's availability, as responses and frames report it. */
export type Reported = AvailabilityJson

/** Milliseconds after an agent's message for which the team counts as available. */
const ANSWER_COUNTS_FOR = 60_000
/** The longest delay of a browser's timer; longer ones fire immediately. */
const LONGEST_WAIT = 2 ** 31 - 1
/** With a wrong clock every opening time may be in the past: requests are at least this far apart. */
const ASK_EVERY = 30_000

/**
 * Whether the team is available, as last reported. An agent who replies is available, outside business hours as well.
 * Changes that depend on the clock alone are requested when they are due.
 */
export class Availability {
  online!: boolean
  nextOpenAt!: string | null
  #boundary?: ReturnType<typeof setTimeout>
  /** Runs while an agent's message makes the team available. */
  #answered?: ReturnType<typeof setTimeout>

  constructor(
    reported: Reported,
    private ask: () => void
  ) {
    this.take(reported)
  }

  /** Applies the server's state; `isNews`: it has just changed, and is newer than the last agent's message. */
  take(reported: Reported, isNews = false) {
    this.online = reported.online
    this.nextOpenAt = reported.next_open_at
    this.#arm(reported)
    if (isNews && !reported.online) this.contradict()
  }

  /** An agent writes, has written or has joined. */
  answered() {
    clearTimeout(this.#answered)
    this.#answered = setTimeout(() => this.contradict(), ANSWER_COUNTS_FOR)
  }

  /** The agent who answered may have left since: asks the server. */
  contradict() {
    if (!this.#answered) return
    clearTimeout(this.#answered)
    this.#answered = undefined
    this.ask()
  }

  /** Whether the visitor has an agent, or can expect one. */
  isHere(conversation?: Conversation) {
    const isAnswered = !!this.#answered && !isEnded(conversation)
    return this.online || !!conversation?.queue || isAnswered || this.hasAgent(conversation)
  }

  /** Whether the agent who has joined this conversation is there. */
  hasAgent(conversation?: Conversation) {
    if (!conversation?.agent_name || isEnded(conversation)) return false
    return !!this.#answered || conversation.agent_online === true
  }

  #arm({ next_open_at: opens, closes_at: closes }: Reported) {
    clearTimeout(this.#boundary)
    const boundary = Date.parse(opens ?? closes ?? '')
    if (Number.isNaN(boundary)) return
    const left = boundary - Date.now()
    // Spreads the requests of all visitors who wait for the same opening time
    const wait = (left > 0 ? left : ASK_EVERY) + Math.random() * 1000
    this.#boundary = setTimeout(this.ask, Math.min(wait, LONGEST_WAIT))
  }
}
