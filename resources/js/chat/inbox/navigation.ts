import { listQuery } from './list/list_query.js'
import type { ListSync } from './list/list_sync.js'
import type { Rows } from './list/rows.js'
import type { Page } from './page.js'
import { fragment } from './dom.js'

interface PaneAnswer {
  html: string
  context: string
}

export interface NavigationHandlers {
  /** The pane of another conversation is there, or none is any more. */
  onPane(): void
}

/** Goes from one conversation or filter to another as links would, without loading the page anew. */
export class Navigation {
  #asked = 0

  constructor(
    private page: Page,
    private rows: Rows,
    private list: ListSync,
    private handlers: NavigationHandlers
  ) {
    addEventListener('popstate', () => void this.#restore())
  }

  /** Opens a conversation; `focus` says where the keyboard goes on. */
  async open(id: string, focus: 'thread' | 'row' = 'thread') {
    if (id !== this.page.current) history.pushState(null, '', this.#address(id))
    await this.#show(id)
    if (focus === 'row') this.rows.focus(id)
    else this.page.region('pane').querySelector<HTMLElement>('[data-focus]')?.focus()
  }

  /** Back to the list, on screens that show one pane at a time. */
  close() {
    const { current } = this.page
    history.pushState(null, '', this.#address(null))
    this.#clear()
    if (current) this.rows.focus(current)
  }

  /** Shows the list under other filters. */
  async filter(query: string) {
    this.page.query = query
    history.pushState(null, '', this.#address(this.page.current))
    await this.list.show(query).catch((error) => this.page.failed(error))
  }

  /** Loads the open conversation's pane again. */
  reload() {
    const { current } = this.page
    return current ? this.#show(current) : Promise.resolve()
  }

  async #show(id: string) {
    const asked = ++this.#asked
    this.page.current = id
    this.rows.mark(id)
    const pane = this.page.region('pane')
    pane.firstElementChild?.setAttribute('aria-busy', 'true')
    try {
      const url = `/chat/${id}/pane?${this.page.query}`
      const answer = await this.page.api.get<PaneAnswer>(url)
      if (asked !== this.#asked) return
      pane.replaceChildren(fragment(answer.html))
      this.page.region('context').replaceChildren(fragment(answer.context))
      this.handlers.onPane()
    } catch (error) {
      pane.firstElementChild?.removeAttribute('aria-busy')
      this.page.failed(error)
    }
  }

  #clear() {
    this.#asked += 1
    this.page.current = null
    this.rows.mark(null)
    this.page.region('pane').replaceChildren()
    this.page.region('context').replaceChildren()
    this.handlers.onPane()
  }

  async #restore() {
    const [, , id] = location.pathname.split('/')
    const query = listQuery(new URLSearchParams(location.search))
    if (query !== this.page.query) {
      await this.list.show(query).catch((error) => this.page.failed(error))
    }
    if (!id) this.#clear()
    else if (id !== this.page.current) await this.#show(id)
  }

  #address(id: string | null) {
    return `/chat${id ? `/${id}` : ''}?${this.page.query}`
  }
}
