const IDLE_AFTER = 10 * 60_000
const LOOK_EVERY = 15_000
/** Writing down every movement of the mouse would be work for nothing. */
const NOTE_EVERY = 5000
const LAST_INPUT = 'crm-chat-last-input'
const INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']

/**
 * Notices when nobody has touched any of this browser's tabs for ten minutes, and when somebody does again.
 * The tabs share the time of the last input, so that one in the background, or one that the browser has
 * slowed down, never takes its own silence for absence.
 */
export class Idle {
  isIdle = false
  #notedAt = 0

  constructor(private onChange: (isIdle: boolean) => void) {}

  start() {
    // A page that opens in the background says nothing of whoever opened it
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
      /** Without storage each tab knows of itself alone. */
    }
    this.look()
  }

  /** Compares with the other tabs now. */
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
