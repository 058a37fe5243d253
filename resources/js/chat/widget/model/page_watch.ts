import type { Page } from './types.js'

/** Interval of the requests for the page's address, in ms; a page counts once it has been reported twice. */
const LOOK_MS = 500

/**
 * Detects that the visitor has moved to another page without a page load, whichever router the website uses.
 * The website's own functions stay unpatched, and a page has had the time to set its title.
 */
export class PageWatch {
  #reported: string
  #seen: string

  /** `ask` requests the page's address from the website, which answers through `heard`. */
  constructor(
    page: Page,
    ask: () => void,
    private onPage: (page: Page) => void
  ) {
    this.#reported = this.#seen = page.url
    setInterval(ask, LOOK_MS)
  }

  heard(page: Page) {
    const settled = page.url === this.#seen && page.url !== this.#reported
    this.#seen = page.url
    if (!settled) return
    const referrer = this.#reported
    this.#reported = page.url
    this.onPage({ ...page, referrer })
  }
}
