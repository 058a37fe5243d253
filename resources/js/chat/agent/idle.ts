const IDLE_AFTER = 10 * 60_000
const LOOK_EVERY = 15_000
/** Milliseconds between two writes of the last input: not every movement of the mouse is stored. */
const NOTE_EVERY = 5000
const LAST_INPUT = 'crm-chat-last-input'
const INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']

/** Notices when all of this browser's tabs have been without input for ten minutes, and the next input. */
export class Idle {
  isIdle = false
  #notedAt = 0

  constructor(private onChange: (isIdle: boolean) => void) {}

  start() {
    // A page that opens in the background is no sign of input
    if (!document.hidden || !this.#lastInput()) this.#touched()
    for (const type of INPUT) {
      addEventListener(type, () => this.#touched(), { passive: true, capture: true })
    }
    addEventListener('storage', ({ key }) => key === LAST_INPUT && this.look())
    document.addEventListener('visibilitychange', () => !document.hidden && this.#touched())
    setInterval(() => this.look(), LOOK_EVERY)
  }

  #touched() {
    if (!this.isIdle && Date.now() - this.#notedAt < NOTE_EVERY) return
    this.#notedAt = Date.now()
    try {
      localStorage.setItem(LAST_INPUT, String(this.#notedAt))
    } catch {
      /** Without storage each tab knows only its own input. */
    }
    this.look()
  }

  /** Compares with the other tabs. */
  look() {
    const isIdle = Date.now() - this.#lastInput() >= IDLE_AFTER
    if (isIdle === this.isIdle) return
    this.isIdle = isIdle
    this.onChange(isIdle)
  }

  #lastInput() {
    try {
      return Math.max(this.#notedAt, Number(localStorage.getItem(LAST_INPUT)))
    } catch {
      return this.#notedAt
    }
  }
}
