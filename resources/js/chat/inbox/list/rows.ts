import type { Changed } from '../../shared/heartbeats.js'
import { fragment } from '../dom.js'

/** The rows on the screen, in the server's order: newest first. */
export class Rows {
  constructor(private region: HTMLElement) {}

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

  /** Where the next page starts, or null when everything is here. */
  get cursor() {
    return this.region.querySelector<HTMLElement>('[data-more]')?.dataset.more ?? null
  }

  /** Puts rows where they belong: new ones in, changed ones to their new place. */
  upsert(html: string) {
    const list = this.region.querySelector('[data-rows]')
    if (!list) return
    for (const row of fragment(html).querySelectorAll<HTMLElement>('[data-row]')) {
      this.#put(list, row)
    }
  }

  /** Puts one row where it belongs. */
  put(row: HTMLElement) {
    const list = this.region.querySelector('[data-rows]')
    if (list) this.#put(list, row)
  }

  remove(ids: string[]) {
    for (const id of ids) {
      const row = this.find(id)
      // Whoever works in the list goes on there
      const hadFocus = row?.contains(document.activeElement)
      row?.remove()
      if (hadFocus) this.region.focus({ preventScroll: true })
    }
  }

  /** Shows a first page in place of whatever is there. */
  replace(html: string) {
    this.region.replaceChildren(fragment(html))
    this.region.scrollTop = 0
  }

  /**
   * Brings the top of the list up to a fresh first page, and leaves what lies below it alone; unless
   * the page does not reach down to what was here, and nobody knows what lies in between.
   */
  merge(html: string) {
    const fresh = fragment(html)
    const rows = [...fresh.querySelectorAll<HTMLElement>('[data-row]')]
    const last = rows[rows.length - 1]
    const isWhole = !fresh.querySelector('[data-more]')
    const joins = isWhole || this.#has(last) || !this.#all().some((row) => comesBefore(last, row))
    if (!last || !joins || !this.region.querySelector('[data-rows]')) return this.replace(html)
    const known = new Set(rows.map((row) => row.dataset.row))
    for (const row of this.#all()) {
      if (!known.has(row.dataset.row) && (isWhole || comesBefore(row, last))) row.remove()
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
    const before = step === 1 ? ids.slice(at + 1) : ids.slice(0, Math.max(at, 0)).reverse()
    const stays = (each: string) => this.find(each)?.dataset.pending === undefined
    return (at < 0 ? ids : before).find(stays) ?? null
  }

  find(id: string) {
    return this.region.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
  }

  /** The message that a search has found the conversation by. */
  hitOf(id: string) {
    const href = link(this.find(id))?.getAttribute('href')
    return href ? hitIn(href) : undefined
  }

  focus(id: string) {
    link(this.find(id))?.focus({ preventScroll: true })
  }

  ofVisitor(visitor: string) {
    return this.#all()
      .filter((row) => row.dataset.visitor === visitor)
      .map((row) => row.dataset.row!)
  }

  /** Whether a row is here, and where it has been. */
  #has({ dataset }: HTMLElement) {
    return this.find(dataset.row!)?.dataset.sort === dataset.sort
  }

  #put(list: Element, row: HTMLElement) {
    const old = this.find(row.dataset.row!)
    if (old?.outerHTML === row.outerHTML || isNewer(old, row)) return
    const hadFocus = old?.contains(document.activeElement)
    keepSelected(old, row)
    old?.remove()
    const next = this.#all().find((each) => comesBefore(row, each))
    // Below the last row of a list that goes on lies what has not been asked for yet
    if (!next && this.cursor && !old && list.childElementCount > 0) return
    list.insertBefore(row, next ?? null)
    if (hadFocus) link(row)?.focus({ preventScroll: true })
  }

  #all() {
    return [...this.region.querySelectorAll<HTMLElement>('[data-row]')]
  }
}

/** Whether an answer was overtaken by what has been drawn meanwhile. */
const isNewer = (old: HTMLElement | null, row: HTMLElement) =>
  old !== null && Number(old.dataset.lastSeq) > Number(row.dataset.lastSeq)

/** A row that is drawn anew stays selected. */
function keepSelected(old: HTMLElement | null, row: HTMLElement) {
  const box = row.querySelector<HTMLInputElement>('.chat-row__check')
  if (box) box.checked = old?.querySelector<HTMLInputElement>('.chat-row__check')?.checked ?? false
}

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
