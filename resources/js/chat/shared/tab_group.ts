/** Messages between the tabs of one browser. */
export interface Relay {
  type: 'ask' | 'link' | 'frame' | 'refused'
  [key: string]: unknown
}

export interface TabGroupHandlers {
  /** This tab has taken over the connection. */
  onLead(): void
  /** Another tab has taken it over. */
  onFollow(): void
  onRelay(relay: Relay): void
  /** The leader's response to a check of whether it is alive; `isLooking`: the check came from a visible tab. */
  onAsked(isLooking: boolean): void
}

const ANSWER_WITHIN = 1500

/**
 * Agrees between the tabs of one browser on one that leads.
 *
 * The leader holds a Web Lock, so the browser itself passes the lead on when a tab closes or crashes. A leader
 * that holds the lock but no longer answers (a frozen tab) is robbed of it by the first visible follower.
 * Where locks or channels are missing or forbidden, or turn out not to connect the tabs, each tab leads alone.
 */
export class TabGroup {
  leads = false
  alone = false

  #channel?: BroadcastChannel
  #release?: () => void
  #queue?: AbortController
  #silence?: ReturnType<typeof setTimeout>
  #answer?: ReturnType<typeof setTimeout>
  #heard = false
  #robbed = 0
  #joined = false

  constructor(
    private name: string,
    private handlers: TabGroupHandlers
  ) {}

  join() {
    this.#joined = true
    try {
      this.#channel = new BroadcastChannel(this.name)
      this.#channel.onmessage = (event) => this.#hear(event.data)
      this.#request()
      this.ask()
    } catch {
      this.#goAlone()
    }
  }

  leave() {
    this.#joined = this.leads = this.alone = false
    clearTimeout(this.#silence)
    clearTimeout(this.#answer)
    this.#queue?.abort()
    this.#release?.()
    this.#channel?.close()
    this.#channel = undefined
  }

  post(relay: Relay) {
    if (this.leads) this.#channel?.postMessage(relay)
  }

  /** Makes sure that a tab leads: without an answer, or with `rob`, this tab takes over. */
  ask() {
    if (this.leads || !this.#channel) return
    this.#channel.postMessage({ type: 'ask', isLooking: !document.hidden })
    clearTimeout(this.#answer)
    this.#answer = setTimeout(() => !document.hidden && this.rob(), ANSWER_WITHIN)
  }

  rob() {
    if (this.#joined && !this.leads && !this.alone) this.#request(true)
  }

  /** Starts over the time that the leader may be silent. */
  expectSign(withinMs: number) {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => this.ask(), withinMs)
  }

  #hear(relay: Relay) {
    this.#heard = true
    if (relay.type === 'ask') return this.leads && this.handlers.onAsked(Boolean(relay.isLooking))
    clearTimeout(this.#answer)
    if (!this.leads) this.handlers.onRelay(relay)
  }

  #request(steal = false) {
    this.#queue?.abort()
    const queue = (this.#queue = new AbortController())
    const options = steal ? { steal } : { signal: queue.signal }

    navigator.locks
      .request(this.name, options, () => this.#lead(queue))
      .catch(() => {
        if (!this.#joined || queue !== this.#queue) return
        if (this.leads) this.#lose()
        else this.#goAlone()
      })
  }

  #lead(queue: AbortController) {
    if (!this.#joined || queue !== this.#queue) return
    clearTimeout(this.#answer)
    clearTimeout(this.#silence)
    this.leads = true
    this.handlers.onLead()
    return new Promise<void>((resolve) => (this.#release = resolve))
  }

  #lose() {
    this.leads = false
    // Tabs that share the lock but not the channel would rob each other endlessly
    if (++this.#robbed > 2 && !this.#heard) return this.#goAlone()
    this.handlers.onFollow()
    this.#request()
  }

  #goAlone() {
    this.alone = this.leads = true
    this.#queue?.abort()
    this.handlers.onLead()
  }
}
