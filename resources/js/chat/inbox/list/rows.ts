import type { Changed } from '../../shared/live_connection.js'
import { fragment } from '../dom.js'
import { OpenRow } from './open_row.js'
import { comesBefore, idOf, linkOf, matchIn, rowsIn } from './row_element.js'
import { RowPlacement } from './row_placement.js'

/** The rows on the screen, in the server's order: newest first. */
export class Rows {
  readonly open: OpenRow
  #placement: RowPlacement

  /** `current` returns the id of the open conversation. */
  constructor(
    private region: HTMLElement,
    current: () => string | null
  ) {
    this.open = new OpenRow(region, current)
    this.#placement = new RowPlacement(region)
  }

  get ids() {
    return this.#all().map(idOf)
  }

  /** Each conversation with the `seq` of the newest message that its row shows. */
  get seqs(): Changed {
    return this.#all().map((row) => [idOf(row), Number(row.dataset.lastSeq)])
  }

  /** Whether the list has no rows; the server's text for an empty list may stand in their place. */
  get isEmpty() {
    return this.ids.length === 0
  }

  /** Whether the last row has been removed and the text for an empty list is still missing. */
  get isDrained() {
    return this.isEmpty && this.region.querySelector('[data-rows]') !== null
  }

  /** Where the next page starts; null after the last page. */
  get cursor() {
    return this.region.querySelector<HTMLElement>('[data-more]')?.dataset.more ?? null
  }

  /** Whether the next page is loaded without a click: a search continues after its exact matches. */
  get isFollowed() {
    return this.region.querySelector('[data-follows]') !== null
  }

  /** Inserts new rows, and updates and moves those that are in the list. */
  upsert(html: string) {
    for (const row of rowsIn(this.open.markIn(fragment(html)))) this.put(row)
  }

  /** Inserts one row, or updates and moves the one that shows its conversation. */
  put(row: HTMLElement) {
    this.#placement.put(row, this.find(idOf(row)), this.cursor === null)
  }

  /** Removes rows; the focus of a removed row moves to the list. */
  remove(ids: string[]) {
    for (const id of ids) {
      const row = this.find(id)
      const hadFocus = row?.contains(document.activeElement)
      this.#drop(row)
      if (hadFocus) this.region.focus({ preventScroll: true })
    }
  }

  /** Replaces all rows by a first page. */
  replace(html: string) {
    this.region.replaceChildren(this.open.markIn(fragment(html)))
    this.region.scrollTop = 0
  }

  /**
   * Updates the top of the list from a fresh first page and keeps the rows below it. Replaces all rows when that page
   * does not reach down to the old ones: rows between them would be missing.
   */
  merge(html: string) {
    const fresh = fragment(html)
    const rows = rowsIn(fresh)
    const last = rows[rows.length - 1]
    const isWhole = !fresh.querySelector('[data-more]')
    const joins = isWhole || this.#has(last) || !this.#all().some((row) => comesBefore(last, row))
    if (!last || !joins || !this.region.querySelector('[data-rows]')) return this.replace(html)
    const known = new Set(rows.map(idOf))
    for (const row of this.#all()) {
      if (!known.has(idOf(row)) && (isWhole || comesBefore(row, last))) this.#drop(row)
    }
    this.upsert(html)
    if (isWhole) this.region.querySelector('[data-more]')?.remove()
  }

  /** Adds the next page; to an empty list, everything that the server has rendered. */
  append(html: string) {
    if (this.isEmpty) return this.replace(html)
    this.region.querySelector('[data-more]')?.remove()
    this.upsert(html)
    const more = fragment(html).querySelector('[data-more]')
    if (more) this.region.append(more)
  }

  find(id: string) {
    return this.region.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
  }

  /** Whether a row shows unread messages. */
  isUnread(id: string) {
    return Boolean(this.find(id)?.querySelector('.chat-unread'))
  }

  /** The message by which a search has found the conversation. */
  matchOf(id: string) {
    const href = linkOf(this.find(id))?.getAttribute('href')
    return href ? matchIn(href) : undefined
  }

  /** The checkbox that selects a row; agents who may not change conversations have none. */
  checkbox(id: string) {
    return this.find(id)?.querySelector<HTMLInputElement>('.chat-row__check')
  }

  focus(id: string) {
    linkOf(this.find(id))?.focus({ preventScroll: true })
  }

  /** The ids of a visitor's conversations in the list. */
  ofVisitor(visitor: string) {
    return this.#all()
      .filter((row) => row.dataset.visitor === visitor)
      .map(idOf)
  }

  /** Whether a row is in the list, at the same position. */
  #has(row: HTMLElement) {
    return this.find(idOf(row))?.dataset.sort === row.dataset.sort
  }

  #drop(row: HTMLElement | null) {
    if (row) this.open.leaves(row)
    row?.remove()
  }

  #all() {
    return rowsIn(this.region)
  }
}
