import type { ThreadView } from './thread_view.js'

/** So long what came in has to stand on the screen. */
const TAKES_IN = 1500

/**
 * How far the agent has taken the thread in, for the server to hold a reply that was overtaken. A message
 * counts as seen when it stood at the visible end of the thread as the agent began to write, or for 1.5 s
 * since; what comes in later, while they are writing, has to be looked at first.
 */
export class SeenMark {
  #shown: { seq: number; since: number }[] = []

  constructor(
    private view: ThreadView,
    /** Up to here nothing of the thread is missing. */
    private known: () => number,
    private taken: number
  ) {}

  get seq() {
    this.#take(({ since }) => since + TAKES_IN <= Date.now())
    return this.taken
  }

  /** The thread, or whether its end is on the screen, has changed. */
  consider() {
    // What is known is told after it is drawn
    queueMicrotask(() => {
      const last = this.#shown.at(-1)?.seq ?? this.taken
      const seq = this.known()
      if (!this.view.isEndVisible) this.#shown = []
      else if (seq > last) this.#shown.push({ seq, since: Date.now() })
    })
  }

  /** The agent begins to write: that is about what they have before them. */
  begun() {
    this.#take(() => true)
  }

  /** The agent has been told in so many words that there is more to read. */
  told() {
    this.taken = Math.max(this.taken, this.known())
  }

  #take(isTakenIn: (shown: { since: number }) => boolean) {
    for (const shown of this.#shown) {
      if (isTakenIn(shown)) this.taken = Math.max(this.taken, shown.seq)
    }
    this.#shown = this.#shown.filter(({ seq }) => seq > this.taken)
  }
}
