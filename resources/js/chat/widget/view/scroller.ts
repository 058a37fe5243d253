export interface ScrollerHandlers {
  onEnd(isAtEnd: boolean): void
  onTop(): void
}

const NEAR = 48

/**
 * Keeps the position in a list that grows at both ends: at the end it follows the end, elsewhere the visible line stays
 * in place.
 */
export class Scroller {
  isAtEnd = true

  constructor(
    private pane: HTMLElement,
    private handlers: ScrollerHandlers
  ) {
    pane.addEventListener('scroll', () => this.#scrolled(), { passive: true })
    // A keyboard that opens or a composer that grows makes the pane smaller
    new ResizeObserver(() => this.isAtEnd && this.toEnd()).observe(pane)
  }

  toEnd() {
    this.pane.scrollTop = this.pane.scrollHeight
  }

  /** Runs a change of the content without moving what the visitor sees. */
  keep(change: () => void) {
    if (this.isAtEnd) {
      change()
      return this.toEnd()
    }

    // The lower edge, since the name above a message goes when an earlier one of the same sender comes in
    const anchor = this.#firstVisible()
    const before = anchor?.getBoundingClientRect().bottom ?? 0
    change()
    if (anchor?.isConnected) this.pane.scrollTop += anchor.getBoundingClientRect().bottom - before
  }

  /** Messages only: a day's line moves up when older messages of that day come in. */
  #firstVisible() {
    const { top } = this.pane.getBoundingClientRect()
    return Array.from(this.pane.querySelectorAll('.bubble')).find(
      (line) => line.getBoundingClientRect().bottom > top
    )
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.pane
    const isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR
    if (isAtEnd !== this.isAtEnd) {
      this.isAtEnd = isAtEnd
      this.handlers.onEnd(isAtEnd)
    }
    if (scrollTop < NEAR && scrollHeight > clientHeight) this.handlers.onTop()
  }
}
