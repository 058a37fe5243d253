import type { Page } from './types.js'

/** How often the website is asked where the visitor is; a page counts once it has been seen twice. */
const LOOK_MS = 500

/**
 * Finds out that the visitor has gone to another page without a page load, whichever way the website does that.
 * The website's own functions stay as they are, and a page has had the time to set its title.
 */
export class PageWatch {
  #told: string
  #seen: string

  /** `ask` makes the website tell its page by `heard`. */
  constructor(
    page: Page,
    ask: () => void,
    private onPage: (page: Page) => void
  ) {
    this.#told = this.#seen = page.url
    setInterval(ask, LOOK_MS)
  }

  heard(page: Page) {
    const settled = page.url === this.#seen && page.url !== this.#told
    this.#seen = page.url
    if (!settled) return
    const referrer = this.#told
    this.#told = page.url
    this.onPage({ ...page, referrer })
  }
}
