import type { ListJson, RowsJson } from '../../../../../app/chat/transformers/json/inbox_json.js'
import { pageUrl } from '../../shared/page_url.js'
import type { Page } from '../page.js'

/** Requests pages and single rows of the list under its present filters. */
export class ListRequests {
  #underWay = 0

  constructor(private page: Page) {}

  /** Whether a response is under way, which may be older than what a frame has drawn. */
  get areRunning() {
    return this.#underWay > 0
  }

  /** The page after `cursor`, or without one the first; `shown` says how many rows are on the screen. */
  list(from: Record<string, string>, signal?: AbortSignal) {
    return this.#get<ListJson>(pageUrl(`/list?${this.#query(from)}`), signal)
  }

  /** The rows of these conversations; `gone` names those that the filters leave out. */
  rows(ids: string[], signal?: AbortSignal) {
    return this.#get<RowsJson>(pageUrl(`/rows?${this.#query({ ids: ids.join(',') })}`), signal)
  }

  async #get<T>(url: string, signal?: AbortSignal) {
    this.#underWay += 1
    try {
      return await this.page.api.get<T>(url, { signal })
    } finally {
      this.#underWay -= 1
    }
  }

  #query(more: Record<string, string>) {
    const { query, current } = this.page
    const filters = Object.fromEntries(new URLSearchParams(query))
    return new URLSearchParams({ ...filters, ...(current && { current }), ...more })
  }
}
