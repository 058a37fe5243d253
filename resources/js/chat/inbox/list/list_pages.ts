import type { Page } from '../page.js'
import type { ListRequests } from './list_requests.js'
import type { Rows } from './rows.js'

/** How many pages of a search are requested before one has a match. */
const MOST_PAGES = 5

/** Adds further pages below the last row, one at a time. */
export class ListPages {
  /** The page that is being added: the list's query and the cursor. */
  #adding?: string

  constructor(
    private page: Page,
    private rows: Rows,
    private requests: ListRequests
  ) {}

  /** Loads the next page where the list says so: a search continues after its exact matches. */
  async follow() {
    if (this.rows.isFollowed) await this.#add(() => this.#next())
  }

  /** Adds the next page, if there is one; of a search, pages until one has a match, up to a limit. */
  async more() {
    await this.#add(async () => {
      const before = this.rows.ids.length
      for (let pages = 0; pages < MOST_PAGES && this.rows.ids.length === before; pages++) {
        if (!(await this.#next())) break
      }
    })
  }

  /** Does nothing while the next page of the same list is being added. */
  async #add(work: () => Promise<unknown>) {
    const adding = `${this.page.query} ${this.rows.cursor}`
    if (!this.rows.cursor || adding === this.#adding) return
    this.#adding = adding
    try {
      await work()
    } finally {
      if (adding === this.#adding) this.#adding = undefined
    }
  }

  /** Returns whether a page was added; a response is dropped when the list has changed meanwhile. */
  async #next() {
    const { cursor } = this.rows
    const { query } = this.page
    if (!cursor) return false
    const shown = String(this.rows.ids.length)
    const answer = await this.requests.list({ cursor, shown })
    if (query !== this.page.query || cursor !== this.rows.cursor) return false
    this.rows.append(answer.html)
    this.page.region('found').textContent = answer.found
    return true
  }
}
