const REPEAT_EVERY = 3000
const IDLE_AFTER = 4000

/** Reports typing to the other side, at most every 3 s, and when it ends. */
export class OwnTyping {
  #saidAt = 0
  #idle?: ReturnType<typeof setTimeout>

  constructor(private say: (typing: boolean) => void) {}

  typed() {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.stop(), IDLE_AFTER)
    if (Date.now() - this.#saidAt < REPEAT_EVERY) return
    this.#saidAt = Date.now()
    this.say(true)
  }

  stop() {
    clearTimeout(this.#idle)
    if (!this.#saidAt) return
    this.#saidAt = 0
    this.say(false)
  }
}
