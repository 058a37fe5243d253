import { patience } from '../../agent/patience.js'
import type { Changed } from '../../shared/live_connection.js'
import { coalesce } from '../coalesce.js'
import type { ConversationFrame } from '../frames.js'
import type { Page } from '../page.js'
import { swap } from '../swap.js'
import { ListDrawing } from './list_drawing.js'
import { ListPages } from './list_pages.js'
import { ListRequests } from './list_requests.js'
import type { Rows } from './rows.js'
import { Touched } from './touched.js'

/** Rows per request. */
const AT_A_TIME = 50
/** Milliseconds during which changes are collected into one request. */
const DISTANCE = 250

/** Keeps the list in step with the server: draws frames, requests single rows, and the first page after a gap. */
export class ListSync {
  readonly pages: ListPages
  #requests: ListRequests
  #touched: Touched
  #drawing: ListDrawing
  #last: Promise<unknown> = Promise.resolve()
  #showing?: AbortController
  #refreshSoon = coalesce(DISTANCE, () => this.#refreshTouched())

  constructor(
    private page: Page,
    private rows: Rows
  ) {
    this.#requests = new ListRequests(page)
    this.pages = new ListPages(page, rows, this.#requests)
    this.#touched = new Touched(rows)
    this.#drawing = new ListDrawing(page, rows)
  }

  /** Draws a frame. Requests the row where the frame is not enough, or where a response under way may undo it. */
  take(frame: ConversationFrame) {
    // Rows do not show what visitors have read
    if (frame.event === 'chat.read' && frame.by === 'visitor') return
    if (!this.#drawing.take(frame)) this.touch(frame.conversation.uuid)
    else if (this.#requests.areRunning) {
      this.#touched.addDrawn(frame)
      this.#refreshSoon()
    }
  }

  /** Requests the rows of these conversations soon: they may be outdated. */
  touch(...ids: string[]) {
    for (const id of ids) this.#touched.add(id)
    if (ids.length) this.#refreshSoon()
  }

  /** The changed conversations whose rows do not show the change yet. */
  behind(changed: Changed) {
    const shown = (id: string) => Number(this.rows.find(id)?.dataset.lastSeq ?? 0)
    return changed.filter(([id, seq]) => shown(id) < seq).map(([id]) => id)
  }

  /** Repeats failed requests. */
  retry() {
    if (!this.#touched.isEmpty) this.#refreshSoon()
  }

  /** Fetches everything that may have been missed; what is at most `missed`, by the rows that do not show it yet. */
  catchUp(missed?: Changed) {
    if (missed) return this.#bring(() => this.behind(missed))
    return this.#inOrder(() => this.#catchUp())
  }

  /** Shows the list under other filters; an earlier request is aborted. */
  async show(query: string) {
    this.page.query = query
    this.#showing?.abort()
    const showing = (this.#showing = new AbortController())
    const [rows, filters] = ['rows', 'filters'].map((name) => this.page.region(name))
    rows.setAttribute('aria-busy', 'true')
    try {
      const answer = await this.#requests.list({}, showing.signal)
      if (query !== this.page.query) return
      this.rows.replace(answer.html)
      this.rows.open.mark(this.page.current)
      swap(filters, answer.tabs)
      for (const form of filters.querySelectorAll('form')) form.reset()
      this.page.region('found').textContent = answer.found
    } catch (error) {
      if (!showing.signal.aborted) throw error
    } finally {
      if (showing === this.#showing) rows.removeAttribute('aria-busy')
    }
    await this.pages.follow()
  }

  async #catchUp() {
    const { query } = this.page
    const answer = await this.#requests.list({}, patience.signal())
    if (query !== this.page.query) return
    const below = this.rows.ids.filter((id) => !answer.html.includes(id))
    this.rows.merge(answer.html)
    swap(this.page.region('filters'), answer.tabs)
    await this.#refresh(below.filter((id) => this.rows.find(id)))
  }

  /** Runs one request after the other, so that an older response cannot overwrite a newer one. */
  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.catch(() => {}).then(work)
    this.#last = turn
    return turn
  }

  async #refreshTouched() {
    const touched = this.#touched.take()
    // A response under way may still overwrite what a row shows
    const isOutdated = ([id, wanted]: (typeof touched)[number]) =>
      this.#requests.areRunning || this.#touched.isOutdated(id, wanted)
    const outdated = () => touched.filter(isOutdated).map(([id]) => id)
    await this.#bring(outdated).catch((error) => {
      this.#touched.putBack(touched)
      throw error
    })
  }

  /** Requests rows that are outdated when it is their turn. */
  async #bring(outdated: () => string[]) {
    const found = await this.#inOrder(() => this.#refresh(outdated()))
    // The first row of an empty list, or the last row removed: only the server knows the text of an empty list
    if (this.rows.isEmpty && (found || this.rows.isDrained)) await this.catchUp()
  }

  /** Returns whether any of these conversations belongs to the list. */
  async #refresh(ids: string[]) {
    let found = false
    for (let from = 0; from < ids.length; from += AT_A_TIME) {
      const { query } = this.page
      const wanted = ids.slice(from, from + AT_A_TIME)
      const answer = await this.#requests.rows(wanted, patience.signal())
      if (query !== this.page.query) return false
      this.#drawing.leftOut(answer.gone, query)
      found ||= answer.gone.length < wanted.length
      this.rows.remove(answer.gone)
      this.rows.upsert(answer.html)
      this.#showCounts(answer.counts)
    }
    return found
  }

  #showCounts(counts: Record<string, string>) {
    for (const [tab, count] of Object.entries(counts)) {
      const shown = this.page.region('filters').querySelector(`[data-count="${tab}"]`)
      if (shown && shown.textContent !== count) shown.textContent = count
    }
  }
}
