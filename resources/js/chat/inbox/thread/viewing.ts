import type { Api } from '../../agent/api.js'
import { uuid } from '../../shared/net/uuid.js'

const REPEAT_EVERY = 20_000
/** Tells this tab from the agent's others, which may show the same conversation. */
const TAB = uuid()

/** Reports to the team that this agent has the conversation open, and when that ends. */
export class Viewing {
  #timer?: ReturnType<typeof setInterval>
  #listeners = new AbortController()
  #isMine = false

  constructor(
    private api: Api,
    private url: string
  ) {
    const { signal } = this.#listeners
    document.addEventListener('visibilitychange', () => this.say(!document.hidden), { signal })
    addEventListener('pagehide', () => this.say(false), { signal })
    this.#timer = setInterval(() => document.hidden || this.say(true), REPEAT_EVERY)
    if (!document.hidden) this.say(true)
  }

  dispose() {
    clearInterval(this.#timer)
    this.#listeners.abort()
    this.say(false)
  }

  /** A conversation assigned to this agent while they view it: the visitor sees that they have joined. */
  assignedToMe(isMine: boolean) {
    if (isMine && !this.#isMine && !document.hidden) this.say(true)
    this.#isMine = isMine
  }

  say(viewing: boolean) {
    const sent = this.api.post(`${this.url}/viewing`, { viewing, tab: TAB }, { keepalive: true })
    sent.catch(() => {})
  }
}
