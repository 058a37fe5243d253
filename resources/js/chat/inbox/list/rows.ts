import Alpine from '@alpinejs/csp'
import type { Changed } from '../../shared/live_connection.js'
import { fragment, released } from '../dom.js'

/** The rows on the screen, in the server's order: newest first. */
export class Rows {
  /** The row of the open conversation when it left the list: from there one goes on. */
  #left?: HTMLElement

  constructor(
    private region: HTMLElement,
    /** The conversation that is open now: an answer may be from before that. */
    private current: () => string | null
  ) {}

  get ids() {
    return this.#all().map((row) => row.dataset.row!)
  }

  /** Each conversation with its newest message that its row knows of. */
  get seqs(): Changed {
    return this.#all().map(({ dataset }) => [dataset.row!, Number(dataset.lastSeq)])
  }

  /** Whether a sentence stands where rows would be. */
  get isEmpty() {
    return this.ids.length === 0
  }

  /** Whether the last row has gone, and no sentence stands there yet. */
  get isDrained() {
    return this.isEmpty && this.region.querySelector('[data-rows]') !== null
  }

  /** Where the next page starts, or null when everything is here. */
  get cursor() {
    return this.region.querySelector<HTMLElement>('[data-more]')?.dataset.more ?? null
  }

  /** Whether the next page belongs to what was asked, and comes without a click: a search goes on. */
  get isFollowed() {
    return this.region.querySelector('[data-follows]') !== null
  }

  /** Inserts new rows and moves changed ones to their position. */
  upsert(html: string) {
    const list = this.region.querySelector('[data-rows]')
    if (!list) return
    for (const row of rowsIn(this.#marked(fragment(html)))) this.#put(list, row)
  }

  /** Puts one row where it belongs. */
  put(row: HTMLElement) {
    const list = this.region.querySelector('[data-rows]')
    if (list) this.#put(list, row)
  }

  remove(ids: string[]) {
    for (const id of ids) {
      const row = this.find(id)
      // Keeps the focus in the list
      const hadFocus = row?.contains(document.activeElement)
      this.#drop(row)
      if (hadFocus) this.region.focus({ preventScroll: true })
    }
  }

  /** Replaces all rows by a first page. */
  replace(html: string) {
    this.region.replaceChildren(this.#marked(fragment(html)))
    this.region.scrollTop = 0
  }

  /**
   * Brings the top of the list up to a fresh first page, and leaves what lies below it alone; unless
   * the page does not reach down to what was here, and nobody knows what lies in between.
   */
  merge(html: string) {
    const fresh = fragment(html)
    const rows = rowsIn(fresh)
    const last = rows[rows.length - 1]
    const isWhole = !fresh.querySelector('[data-more]')
    const joins = isWhole || this.#has(last) || !this.#all().some((row) => comesBefore(last, row))
    if (!last || !joins || !this.region.querySelector('[data-rows]')) return this.replace(html)
    const known = new Set(rows.map((row) => row.dataset.row))
    for (const row of this.#all()) {
      if (!known.has(row.dataset.row) && (isWhole || comesBefore(row, last))) this.#drop(row)
    }
    this.upsert(html)
    if (isWhole) this.region.querySelector('[data-more]')?.remove()
  }

  /** Adds the page after the last row; where there is none yet, all that the server says. */
  append(html: string) {
    if (this.isEmpty) return this.replace(html)
    this.region.querySelector('[data-more]')?.remove()
    this.upsert(html)
    const more = fragment(html).querySelector('[data-more]')
    if (more) this.region.append(more)
  }

  /** Marks the row of the conversation that is open. */
  mark(id: string | null) {
    for (const link of this.region.querySelectorAll('[aria-current]')) {
      link.removeAttribute('aria-current')
    }
    const row = id ? this.find(id) : null
    link(row)?.setAttribute('aria-current', 'page')
    row?.scrollIntoView({ block: 'nearest' })
  }

  /** The next row below (or above) the open one that is not about to leave; from none, the first. */
  neighbour(id: string | null, step: 1 | -1): string | null {
    const { ids } = this
    const at = id ? ids.indexOf(id) : -1
    if (at < 0 && id && this.#left?.dataset.row === id) return this.#beside(this.#left, step)
    const before = step === 1 ? ids.slice(at + 1) : ids.slice(0, Math.max(at, 0)).reverse()
    const stays = (each: string) => this.find(each)?.dataset.pending === undefined
    return (at < 0 ? ids : before).find(stays) ?? null
  }

  find(id: string) {
    return this.region.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
  }

  /** Whether a row says that something in its conversation is unread. */
  isUnread(id: string) {
    return Boolean(this.find(id)?.querySelector('.chat-unread'))
  }

  /** The message that a search has found the conversation by. */
  hitOf(id: string) {
    const href = link(this.find(id))?.getAttribute('href')
    return href ? hitIn(href) : undefined
  }

  /** What selects a row, for those who may. */
  checkbox(id: string) {
    return this.find(id)?.querySelector<HTMLInputElement>('.chat-row__check')
  }

  focus(id: string) {
    link(this.find(id))?.focus({ preventScroll: true })
  }

  ofVisitor(visitor: string) {
    return this.#all()
      .filter((row) => row.dataset.visitor === visitor)
      .map((row) => row.dataset.row!)
  }

  /** Rows that the server has rendered, of which the open conversation's says so, and no other. */
  #marked(fresh: DocumentFragment) {
    for (const row of rowsIn(fresh)) {
      if (row.dataset.row === this.current()) link(row)?.setAttribute('aria-current', 'page')
      else link(row)?.removeAttribute('aria-current')
    }
    return fresh
  }

  /** Whether a row is here, and where it has been. */
  #has({ dataset }: HTMLElement) {
    return this.find(dataset.row!)?.dataset.sort === dataset.sort
  }

  #drop(row: HTMLElement | null) {
    if (row?.querySelector('[aria-current]')) this.#left = row
    row?.remove()
  }

  /** The row below (or above) the position that another one had. */
  #beside(left: HTMLElement, step: 1 | -1) {
    const below = this.#all().findIndex((row) => comesBefore(left, row))
    const at = below < 0 ? this.ids.length : below
    return this.ids[step === 1 ? at : at - 1] ?? null
  }

  /** A row that is here stays the same element: a click on it may be half done. */
  #put(list: Element, fresh: HTMLElement) {
    const old = this.find(fresh.dataset.row!)
    if (old?.outerHTML === fresh.outerHTML || isNewer(old, fresh)) return
    if (old) Alpine.morph(old, fresh, { key: partOf })
    // Below the last row of a list that goes on lies what has not been asked for yet
    else if (!this.#after(fresh) && this.cursor && list.childElementCount > 0) return
    void this.#place(list, old ?? fresh)
  }

  /** Moves a row to its position; one that is being pressed stays under the pointer until then. */
  async #place(list: Element, row: HTMLElement) {
    if (row.matches(':active')) {
      await released()
      if (!row.isConnected) return
    }
    const next = this.#after(row)
    if (row.parentNode === list && row.nextElementSibling === next) return
    const focused = row.contains(document.activeElement) ? document.activeElement : null
    list.insertBefore(row, next)
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }

  /** The row that a row belongs before. */
  #after(row: HTMLElement) {
    return this.#all().find((each) => each !== row && comesBefore(row, each)) ?? null
  }

  #all() {
    return rowsIn(this.region)
  }
}

const rowsIn = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('[data-row]')]

/** Whether an answer was overtaken by what has been drawn meanwhile. */
const isNewer = (old: HTMLElement | null, row: HTMLElement) =>
  old !== null && Number(old.dataset.lastSeq) > Number(row.dataset.lastSeq)

/** What tells the parts of a row from one another. */
const partOf = (node: Node) => (node as Element).classList[0] ?? ''

const link = (row: HTMLElement | null) => row?.querySelector<HTMLElement>('a') ?? null

/** The message that an address opens a conversation at. */
export function hitIn(href: string) {
  return new URL(href, location.href).searchParams.get('at') ?? undefined
}

/** By what a search ranks first, then the newest, then the id. */
function comesBefore(row: HTMLElement, other: HTMLElement) {
  const others = placeOf(other)
  const parts = placeOf(row).map((part, index) => part - others[index])
  return parts.find((difference) => difference !== 0)! > 0
}

const placeOf = (row: HTMLElement) => row.dataset.sort!.split('.').map(Number)
