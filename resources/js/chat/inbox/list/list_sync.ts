import { patience } from '../../agent/patience.js'
import type { Changed } from '../../shared/heartbeats.js'
import type { Page } from '../page.js'
import { coalesce } from '../coalesce.js'
import { fragment } from '../dom.js'
import type { ConversationFrame } from '../frames.js'
import { ListDrawing } from './list_drawing.js'
import type { Rows } from './rows.js'

interface ListAnswer {
  html: string
  tabs: string
  next_cursor: string | null
  /** What a search has come to, in words. */
  found: string
}

interface RowsAnswer {
  html: string
  gone: string[]
  counts: Record<string, string>
}

const AT_A_TIME = 50
const DISTANCE = 250
const MOST_PAGES = 5

/** Keeps the list in step with the server: rows from frames or singly, the whole after a gap. */
export class ListSync {
  #touched = new Set<string>()
  #isLoading = false
  #last: Promise<unknown> = Promise.resolve()
  #showing?: AbortController
  #asking = 0
  #drawing: ListDrawing
  #refreshSoon = coalesce(DISTANCE, () => this.#refreshTouched())

  constructor(
    private page: Page,
    private rows: Rows
  ) {
    this.#drawing = new ListDrawing(page, rows)
  }

  /** Draws what a frame says; what it does not decide is fetched, as is what an answer under way may undo. */
  take(frame: ConversationFrame) {
    const isDrawn = this.#drawing.take(frame)
    if (!isDrawn || this.#asking > 0) this.touch(frame.conversation.external_id)
  }

  /** Something about a conversation has changed. */
  touch(...ids: string[]) {
    for (const id of ids) this.#touched.add(id)
    if (ids.length) this.#refreshSoon()
  }

  /** Of what has changed, that which its row does not show yet. */
  behind(changed: Changed) {
    const shown = (id: string) => Number(this.rows.find(id)?.dataset.lastSeq ?? 0)
    return changed.filter(([id, seq]) => shown(id) < seq).map(([id]) => id)
  }

  /** Tries again what has not worked. */
  retry() {
    if (this.#touched.size) this.#refreshSoon()
  }

  /** Makes sure that nothing was missed. */
  catchUp() {
    return this.#inOrder(() => this.#catchUp())
  }

  /** Shows the conversations under other filters; whoever asked before that waits no longer. */
  async show(query: string) {
    this.page.query = query
    this.#showing?.abort()
    const showing = (this.#showing = new AbortController())
    const rows = this.page.region('rows')
    rows.setAttribute('aria-busy', 'true')
    try {
      const answer = await this.#page(undefined, showing.signal)
      if (query !== this.page.query) return
      this.rows.replace(answer.html)
      this.rows.mark(this.page.current)
      this.#showTabs(answer.tabs)
      this.page.region('found').textContent = answer.found
    } catch (error) {
      if (!showing.signal.aborted) throw error
    } finally {
      if (showing === this.#showing) rows.removeAttribute('aria-busy')
    }
  }

  /** Adds the next page, if there is one; of a search, the next with something on it, within reason. */
  async more() {
    if (!this.rows.cursor || this.#isLoading) return
    this.#isLoading = true
    try {
      const before = this.rows.ids.length
      for (let pages = 0; pages < MOST_PAGES && this.rows.ids.length === before; pages++) {
        if (!(await this.#next())) break
      }
    } finally {
      this.#isLoading = false
    }
  }

  /** Answers whether there was a next page, of a list that is still the one that is shown. */
  async #next() {
    const { cursor } = this.rows
    const { query } = this.page
    if (!cursor) return false
    const answer = await this.#page(cursor)
    if (query !== this.page.query) return false
    this.rows.append(answer.html)
    this.page.region('found').textContent = answer.found
    return true
  }

  async #catchUp() {
    const { query } = this.page
    const answer = await this.#page(undefined, patience.signal())
    if (query !== this.page.query) return
    const below = this.rows.ids.filter((id) => !answer.html.includes(id))
    this.rows.merge(answer.html)
    this.#showTabs(answer.tabs)
    await this.#refresh(below.filter((id) => this.rows.find(id)))
  }

  /** One answer after the other: an older one must not overwrite a newer one. */
  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.catch(() => {}).then(work)
    this.#last = turn
    return turn
  }

  async #refreshTouched() {
    const ids = [...this.#touched]
    this.#touched.clear()
    const wasEmpty = this.rows.isEmpty
    const found = await this.#inOrder(() => this.#refresh(ids)).catch((error) => {
      for (const id of ids) this.#touched.add(id)
      throw error
    })
    // The first row of an empty list, or the last one gone: the server says what stands there then
    if (this.rows.isEmpty && (found || !wasEmpty)) await this.catchUp()
  }

  /** Answers whether any of them belongs into the list. */
  async #refresh(ids: string[]) {
    let found = false
    for (let from = 0; from < ids.length; from += AT_A_TIME) {
      const { query } = this.page
      const wanted = ids.slice(from, from + AT_A_TIME)
      const asked = this.#query({ ids: wanted.join(',') })
      const answer = await this.#ask<RowsAnswer>(`/chat/rows?${asked}`, patience.signal())
      if (query !== this.page.query) return false
      this.#drawing.leftOut(answer.gone, query)
      found ||= answer.gone.length < wanted.length
      this.rows.remove(answer.gone)
      this.rows.upsert(answer.html)
      this.#showCounts(answer.counts)
    }
    return found
  }

  #page(cursor?: string, signal?: AbortSignal) {
    const query = this.#query(cursor ? { cursor } : {})
    return this.#ask<ListAnswer>(`/chat/list?${query}`, signal)
  }

  async #ask<T>(url: string, signal?: AbortSignal) {
    this.#asking += 1
    try {
      return await this.page.api.get<T>(url, { signal })
    } finally {
      this.#asking -= 1
    }
  }

  #query(more: Record<string, string>) {
    const { query, current } = this.page
    const filters = Object.fromEntries(new URLSearchParams(query))
    return new URLSearchParams({ ...filters, ...(current && { current }), ...more })
  }

  #showTabs(html: string) {
    const region = this.page.region('filters')
    if (region.querySelector('details[open]')) return
    const focused = region.contains(document.activeElement)
      ? document.activeElement?.getAttribute('href')
      : null
    region.replaceChildren(fragment(html))
    if (!focused) return
    const same = region.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)
    const successor = same ?? region.querySelector<HTMLElement>('a[aria-current]')
    successor?.focus()
  }

  #showCounts(counts: Record<string, string>) {
    for (const [tab, count] of Object.entries(counts)) {
      const shown = this.page.region('filters').querySelector(`[data-count="${tab}"]`)
      if (shown && shown.textContent !== count) shown.textContent = count
    }
  }
}
