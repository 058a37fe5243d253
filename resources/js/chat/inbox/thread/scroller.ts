import { isForBrowser } from '../dom.js'

const CLOSE_TO_THE_END = 60

export interface ScrollHandlers {
  onEnd(): void
  onTop(): void
  onBottom(): void
  onNewest(): void
}

/**
 * Follows the end of the thread while the agent is there. Elsewhere the visible messages never move, whatever is inserted
 * above or below or changes its size.
 */
export class Scroller {
  #isAtEnd = true
  #isOpenEnded = false
  #observer: ResizeObserver

  constructor(
    private box: HTMLElement,
    private pill: HTMLElement,
    private handlers: ScrollHandlers,
    /** The message to open the thread at, instead of its end. */
    start: HTMLElement | null
  ) {
    box.addEventListener('scroll', () => this.#scrolled(), { passive: true })
    pill.addEventListener('click', (event) => {
      if (isForBrowser(event)) return
      event.preventDefault()
      this.toEnd()
    })
    if (start) this.#isAtEnd = false
    start?.scrollIntoView({ block: 'center' })
    this.#observer = new ResizeObserver(() => this.#isAtEnd && this.#jump())
    this.#observer.observe(box)
    if (!start) this.#jump()
  }

  /** True while newer messages of the thread are not loaded. */
  set isOpenEnded(isOpenEnded: boolean) {
    this.#isOpenEnded = isOpenEnded
    this.#isAtEnd = this.#isAtEnd && !isOpenEnded
    this.pill.hidden = !isOpenEnded
  }

  get isAtEnd() {
    return this.#isAtEnd
  }

  dispose() {
    this.#observer.disconnect()
  }

  toEnd() {
    if (this.#isOpenEnded) return this.handlers.onNewest()
    this.#isAtEnd = true
    this.pill.hidden = true
    this.#jump()
    this.handlers.onEnd()
  }

  /** Runs a change of the thread without moving the visible messages. */
  keep(change: () => void) {
    if (this.#isAtEnd) {
      change()
      return this.#jump()
    }
    const anchor = this.#firstVisible()
    const before = anchor?.getBoundingClientRect().top ?? 0
    change()
    const after = anchor?.isConnected ? anchor.getBoundingClientRect().top : before
    this.box.scrollTop += after - before
  }

  /** New messages have arrived below the visible ones. */
  announceNew() {
    if (!this.#isAtEnd) this.pill.hidden = false
  }

  #jump() {
    this.box.scrollTop = this.box.scrollHeight
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.box
    const wasAtEnd = this.#isAtEnd
    const below = scrollHeight - scrollTop - clientHeight
    this.#isAtEnd = !this.#isOpenEnded && below < CLOSE_TO_THE_END
    if (this.#isAtEnd && !wasAtEnd) {
      this.pill.hidden = true
      this.handlers.onEnd()
    }
    if (scrollTop < clientHeight) this.handlers.onTop()
    if (below < clientHeight) this.handlers.onBottom()
  }

  #firstVisible() {
    const { top } = this.box.getBoundingClientRect()
    return [...this.box.querySelectorAll('[data-seq]')].find(
      (message) => message.getBoundingClientRect().bottom > top
    )
  }
}
