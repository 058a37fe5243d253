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
  /** The pane of another conversation is there, or none is any more. */
  onPane(): void
  /** A conversation is being opened to write in it, unless the keyboard focus moves away from here. */
  onOpening(from: FocusOrigin): void
  /** It is there, or it is not going to be. */
  onOpened(): void
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

  /**
   * Opens a conversation, at a message of it or at its end. The keyboard goes on in its row, or in its thread
   * as soon as that is there, unless it has been moved elsewhere meanwhile.
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
   * The keyboard goes on in the composer, where what is typed belongs; where there is none, or writing
   * would bring a keyboard over half of the screen, at the conversation's name.
   */
  focusThread() {
    const pane = this.page.region('pane')
    const name = pane.querySelector<HTMLElement>('[data-focus]')
    const field = pane.querySelector<HTMLElement>('.chat-foot[data-ended="no"] textarea')
    const isTouch = matchMedia('(hover: none) and (pointer: coarse)').matches
    const target = isTouch ? name : (field ?? name)
    target?.focus({ preventScroll: true })
  }

  /** Back to the list, on screens that show one pane at a time. */
  close() {
    const { current } = this.page
    history.pushState(null, '', this.#address(null))
    this.#clear()
    if (current) this.rows.focus(current)
  }

  /** Shows the list under other filters; a search that goes on leaves one step to go back. */
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
