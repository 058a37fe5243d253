import type { ThreadView } from './thread_view.js'

/** How long a message must be visible, in ms. */
const TAKES_IN = 1500

/**
 * How far the agent has seen the thread; the server holds a reply that newer messages have overtaken. A message counts
 * as seen when the visible end of the thread included it as the agent began to write, or for 1.5 s since.
 */
export class SeenMark {
  #shown: { seq: number; since: number }[] = []

  constructor(
    private view: ThreadView,
    /** The `seq` up to which all messages are loaded. */
    private known: () => number,
    private taken: number
  ) {}

  get seq() {
    this.#take(({ since }) => since + TAKES_IN <= Date.now())
    return this.taken
  }

  /** The thread, or whether its end is on the screen, has changed. */
  consider() {
    // Reported after it is drawn
    queueMicrotask(() => {
      const last = this.#shown.at(-1)?.seq ?? this.taken
      const seq = this.known()
      if (!this.view.isEndVisible) this.#shown = []
      else if (seq > last) this.#shown.push({ seq, since: Date.now() })
    })
  }

  /** The agent begins to write, which confirms the visible messages. */
  begun() {
    this.#take(() => true)
  }

  /** The agent has been notified of the newest messages. */
  notified() {
    this.taken = Math.max(this.taken, this.known())
  }

  #take(isTakenIn: (shown: { since: number }) => boolean) {
    for (const shown of this.#shown) {
      if (isTakenIn(shown)) this.taken = Math.max(this.taken, shown.seq)
    }
    this.#shown = this.#shown.filter(({ seq }) => seq > this.taken)
  }
}
