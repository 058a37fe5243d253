const CLOSE_TO_THE_END = 60

/**
 * Stays at the end of the thread while its reader is there, and never moves what is being read when
 * they are not, whatever comes in above, below, or changes its size.
 */
export class Scroller {
  #isAtEnd = true
  #observer: ResizeObserver

  constructor(
    private box: HTMLElement,
    private pill: HTMLElement,
    private onEnd: () => void,
    private onTop: () => void
  ) {
    box.addEventListener('scroll', () => this.#scrolled(), { passive: true })
    pill.addEventListener('click', () => this.toEnd())
    this.#observer = new ResizeObserver(() => this.#isAtEnd && this.#jump())
    this.#observer.observe(box)
    this.#jump()
  }

  get isAtEnd() {
    return this.#isAtEnd
  }

  dispose() {
    this.#observer.disconnect()
  }

  toEnd() {
    this.#isAtEnd = true
    this.pill.hidden = true
    this.#jump()
    this.onEnd()
  }

  /** Changes the thread without moving what is being read. */
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

  /** Something new stands below what is being read. */
  tellNew() {
    if (!this.#isAtEnd) this.pill.hidden = false
  }

  #jump() {
    this.box.scrollTop = this.box.scrollHeight
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.box
    const wasAtEnd = this.#isAtEnd
    this.#isAtEnd = scrollHeight - scrollTop - clientHeight < CLOSE_TO_THE_END
    if (this.#isAtEnd && !wasAtEnd) {
      this.pill.hidden = true
      this.onEnd()
    }
    if (scrollTop < clientHeight) this.onTop()
  }

  #firstVisible() {
    const { top } = this.box.getBoundingClientRect()
    return [...this.box.querySelectorAll('[data-seq]')].find(
      (message) => message.getBoundingClientRect().bottom > top
    )
  }
}
