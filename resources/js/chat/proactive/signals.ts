/** What the visitor does on this page, as conditions ask about it. A page without a load begins anew. */
export class Signals {
  /** While the page is visible. */
  secondsOnPage = 0
  idleSeconds = 0
  /** How far down the visitor has scrolled so far; 0 on a page that cannot be scrolled. */
  scrollPercent = 0
  /** The pointer has left the page through its upper edge. */
  hasLeft = false
  readonly triggers = new Set<string>()
  #address = location.href
  #at = performance.now()

  /** @param changed called when a signal has come that need not wait for the next second */
  constructor(signal: AbortSignal, changed: () => void) {
    const listen = (type: string, heard: (event: Event) => void) =>
      document.addEventListener(type, heard, { signal, passive: true, capture: true })
    const active = () => (this.idleSeconds = 0)
    for (const type of ['pointermove', 'pointerdown', 'keydown', 'scroll']) listen(type, active)
    listen('scroll', () => this.#scrolled())
    listen('mouseout', (event) => {
      const { relatedTarget, clientY } = event as MouseEvent
      if (relatedTarget || clientY > 0) return
      this.hasLeft = true
      changed()
    })
  }

  /** Counts the time since it was called last. Answers whether the visitor has come to another page. */
  tick(): boolean {
    const now = performance.now()
    const seconds = (now - this.#at) / 1000
    this.#at = now
    if (!document.hidden) this.secondsOnPage += seconds
    this.idleSeconds += seconds
    if (this.#address === location.href) return false
    this.#address = location.href
    this.secondsOnPage = this.scrollPercent = 0
    this.hasLeft = false
    this.triggers.clear()
    return true
  }

  #scrolled() {
    const { scrollHeight, clientHeight } = document.documentElement
    const room = scrollHeight - clientHeight
    if (room > 0) this.scrollPercent = Math.max(this.scrollPercent, (scrollY / room) * 100)
  }
}
