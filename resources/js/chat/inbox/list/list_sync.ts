import type { ListJson, RowsJson } from '../../../../../app/chat/transformers/json/inbox_json.js'
import { patience } from '../../agent/patience.js'
import type { Changed } from '../../shared/live_connection.js'
import type { Page } from '../page.js'
import { coalesce } from '../coalesce.js'
import type { ConversationFrame } from '../frames.js'
import { swap } from '../swap.js'
import { ListDrawing } from './list_drawing.js'
import type { Rows } from './rows.js'
import { Touched } from './touched.js'
import { pageUrl } from '../../shared/page_url.js'

const AT_A_TIME = 50
const DISTANCE = 250
const MOST_PAGES = 5

/** Keeps the list in step with the server: rows from frames or singly, the whole after a gap. */
export class ListSync {
  #touched: Touched
  /** The page that is being added: the list's query, and the cursor. */
  #adding?: string
  #last: Promise<unknown> = Promise.resolve()
  #showing?: AbortController
  #asking = 0
  #drawing: ListDrawing
  #refreshSoon = coalesce(DISTANCE, () => this.#refreshTouched())

  constructor(
    private page: Page,
    private rows: Rows
  ) {
    this.#touched = new Touched(rows)
    this.#drawing = new ListDrawing(page, rows)
  }

  /** Draws what a frame says; what it does not decide is fetched, as is what an answer under way may undo. */
  take(frame: ConversationFrame) {
    // No row shows what visitors have read
    if (frame.event === 'chat.read' && frame.by === 'visitor') return
    if (!this.#drawing.take(frame)) this.touch(frame.conversation.uuid)
    else if (this.#asking > 0) {
      this.#touched.addDrawn(frame)
      this.#refreshSoon()
    }
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
    if (!this.#touched.isEmpty) this.#refreshSoon()
  }

  /** Makes sure that nothing was missed. */
  catchUp() {
    return this.#inOrder(() => this.#catchUp())
  }

  /** Shows the list under other filters; an earlier request is abandoned. */
  async show(query: string) {
    this.page.query = query
    this.#showing?.abort()
    const showing = (this.#showing = new AbortController())
    const [rows, filters] = ['rows', 'filters'].map((name) => this.page.region(name))
    rows.setAttribute('aria-busy', 'true')
    try {
      const answer = await this.#page({}, showing.signal)
      if (query !== this.page.query) return
      this.rows.replace(answer.html)
      this.rows.mark(this.page.current)
      swap(filters, answer.tabs)
      for (const form of filters.querySelectorAll('form')) form.reset()
      this.page.region('found').textContent = answer.found
    } catch (error) {
      if (!showing.signal.aborted) throw error
    } finally {
      if (showing === this.#showing) rows.removeAttribute('aria-busy')
    }
    await this.goOn()
  }

  /** Where a search has shown exact matches only, brings what else it finds. */
  async goOn() {
    if (this.rows.isFollowed) await this.#add(() => this.#next())
  }

  /** Adds the next page, if there is one; of a search, the next with something on it, within reason. */
  async more() {
    await this.#add(async () => {
      const before = this.rows.ids.length
      for (let pages = 0; pages < MOST_PAGES && this.rows.ids.length === before; pages++) {
        if (!(await this.#next())) break
      }
    })
  }

  /** Adds pages, unless the next one of this list is being added already. */
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

  /** Answers whether there was a next page, of a list that is still the one that is shown. */
  async #next() {
    const { cursor } = this.rows
    const { query } = this.page
    if (!cursor) return false
    const shown = String(this.rows.ids.length)
    const answer = await this.#page({ cursor, shown })
    if (query !== this.page.query || cursor !== this.rows.cursor) return false
    this.rows.append(answer.html)
    this.page.region('found').textContent = answer.found
    return true
  }

  async #catchUp() {
    const { query } = this.page
    const answer = await this.#page({}, patience.signal())
    if (query !== this.page.query) return
    const below = this.rows.ids.filter((id) => !answer.html.includes(id))
    this.rows.merge(answer.html)
    swap(this.page.region('filters'), answer.tabs)
    await this.#refresh(below.filter((id) => this.rows.find(id)))
  }

  /** One answer after the other: an older one must not overwrite a newer one. */
  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.catch(() => {}).then(work)
    this.#last = turn
    return turn
  }

  async #refreshTouched() {
    const touched = this.#touched.take()
    // While an answer is under way, it may still take back what a row shows
    const isOutdated = ([id, wanted]: (typeof touched)[number]) =>
      this.#asking > 0 || this.#touched.isOutdated(id, wanted)
    const outdated = () => touched.filter(isOutdated).map(([id]) => id)
    const found = await this.#inOrder(() => this.#refresh(outdated())).catch((error) => {
      this.#touched.putBack(touched)
      throw error
    })
    // The first row of an empty list, or the last one gone: the server says what stands there then
    if (this.rows.isEmpty && (found || this.rows.isDrained)) await this.catchUp()
  }

  /** Answers whether any of them belongs into the list. */
  async #refresh(ids: string[]) {
    let found = false
    for (let from = 0; from < ids.length; from += AT_A_TIME) {
      const { query } = this.page
      const wanted = ids.slice(from, from + AT_A_TIME)
      const asked = this.#query({ ids: wanted.join(',') })
      const answer = await this.#ask<RowsJson>(pageUrl(`/rows?${asked}`), patience.signal())
      if (query !== this.page.query) return false
      this.#drawing.leftOut(answer.gone, query)
      found ||= answer.gone.length < wanted.length
      this.rows.remove(answer.gone)
      this.rows.upsert(answer.html)
      this.#showCounts(answer.counts)
    }
    return found
  }

  #page(place: Record<string, string>, signal?: AbortSignal) {
    const query = this.#query(place)
    return this.#ask<ListJson>(pageUrl(`/list?${query}`), signal)
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

  #showCounts(counts: Record<string, string>) {
    for (const [tab, count] of Object.entries(counts)) {
      const shown = this.page.region('filters').querySelector(`[data-count="${tab}"]`)
      if (shown && shown.textContent !== count) shown.textContent = count
    }
  }
}
