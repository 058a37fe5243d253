import type { PaneJson } from '../../../../app/chat/transformers/json/inbox_json.js'
import { listQuery } from './list/list_query.js'
import type { ListSync } from './list/list_sync.js'
import { matchIn } from './list/row_element.js'
import type { Rows } from './list/rows.js'
import type { Page } from './page.js'
import { fragment } from './dom.js'
import { FocusOrigin } from './focus_origin.js'
import { conversationAt, pageUrl } from '../shared/page_url.js'

export interface NavigationHandlers {
  /** The pane shows another conversation, or none. */
  onPane(): void
  /**
   * A conversation begins to open, and its composer gets the focus, unless the user moves the focus away from `from`.
   */
  onOpening(from: FocusOrigin): void
  /** The conversation is open, or could not be opened. */
  onOpened(): void
}

/** Moves between conversations and filters without loading the page, with the addresses that links would lead to. */
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

  /**
   * Opens a conversation at a message or at its end. The focus moves to its row, or to its thread once that has loaded,
   * unless the user has moved it elsewhere meanwhile.
   */
  async open(id: string, { at, focus = 'thread' }: { at?: string; focus?: 'thread' | 'row' } = {}) {
    const address = this.#address(id, at)
    if (address !== location.pathname + location.search) history.pushState(null, '', address)
    if (focus === 'row') {
      this.rows.focus(id)
      await this.#show(id)
      return this.handlers.onOpened()
    }
    const from = new FocusOrigin(this.page)
    this.handlers.onOpening(from)
    const isShown = await this.#show(id)
    if (!isShown) return
    // Alpine has restored the composer's draft by then
    await new Promise((resolve) => setTimeout(resolve))
    this.handlers.onOpened()
    if (!from.isLeft) this.focusThread()
  }

  /**
   * Focuses the composer; the conversation's name where there is no composer, or where the focus would open a keyboard
   * over half of the screen.
   */
  focusThread() {
    const pane = this.page.region('pane')
    const name = pane.querySelector<HTMLElement>('[data-focus]')
    const field = pane.querySelector<HTMLElement>('.chat-foot[data-ended="no"] textarea')
    const isTouch = matchMedia('(hover: none) and (pointer: coarse)').matches
    const target = isTouch ? name : (field ?? name)
    target?.focus({ preventScroll: true })
  }

  /** Returns to the list, on screens that show one pane at a time. */
  close() {
    const { current } = this.page
    history.pushState(null, '', this.#address(null))
    this.#clear()
    if (current) this.rows.focus(current)
  }

  /** Shows the list under other filters. A refined search replaces the entry in the browser's history. */
  async filter(query: string, { isRefined = false } = {}) {
    this.page.query = query
    const address = this.#address(this.page.current, matchIn(location.href))
    if (isRefined) history.replaceState(null, '', address)
    else history.pushState(null, '', address)
    await this.list.show(query).catch((error) => this.page.failed(error))
  }

  /** Loads the open conversation's pane again. */
  async reload() {
    const { current } = this.page
    if (current) await this.#show(current)
  }

  /** Returns whether this conversation is shown; false when it could not be, or another was requested meanwhile. */
  async #show(id: string) {
    const asked = ++this.#asked
    this.page.current = id
    this.rows.open.mark(id)
    const pane = this.page.region('pane')
    pane.firstElementChild?.setAttribute('aria-busy', 'true')
    try {
      const at = matchIn(location.href)
      const url = pageUrl(`/${id}/pane?${this.page.query}${at ? `&at=${at}` : ''}`)
      const answer = await this.page.api.get<PaneJson>(url)
      if (asked !== this.#asked) return false
      pane.replaceChildren(fragment(answer.html))
      this.page.region('context').replaceChildren(fragment(answer.context))
      this.handlers.onPane()
      return true
    } catch (error) {
      pane.firstElementChild?.removeAttribute('aria-busy')
      this.page.failed(error)
      if (asked === this.#asked) this.handlers.onOpened()
      return false
    }
  }

  #clear() {
    this.#asked += 1
    this.page.current = null
    this.rows.open.mark(null)
    const nothing = this.page.root.querySelector<HTMLTemplateElement>('[data-nothing-open]')!
    this.page.region('pane').replaceChildren(nothing.content.cloneNode(true))
    this.page.region('context').replaceChildren()
    this.handlers.onPane()
    this.handlers.onOpened()
  }

  async #restore() {
    const id = conversationAt(location.href)
    const query = listQuery(new URLSearchParams(location.search))
    if (query !== this.page.query) {
      await this.list.show(query).catch((error) => this.page.failed(error))
    }
    if (!id) this.#clear()
    else if (id !== this.page.current || matchIn(location.href)) await this.#show(id)
    this.handlers.onOpened()
  }

  #address(id: string | null, at?: string) {
    return pageUrl(`${id ? `/${id}` : ''}?${this.page.query}${id && at ? `&at=${at}` : ''}`)
  }
}
