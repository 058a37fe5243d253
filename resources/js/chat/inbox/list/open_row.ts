import { comesBefore, idOf, linkOf, rowsIn } from './row_element.js'

/** The row of the open conversation: it is marked, and from it keys lead to the next row, even after it has left the list. */
export class OpenRow {
  /** The open row, once it has left the list. */
  #left?: HTMLElement

  constructor(
    private region: HTMLElement,
    /** The id of the open conversation; rows in a response may have been rendered before it was opened. */
    private current: () => string | null
  ) {}

  /** Marks the row of a conversation that has just been opened, and scrolls to it. */
  mark(id: string | null) {
    for (const link of this.region.querySelectorAll('[aria-current]')) {
      link.removeAttribute('aria-current')
    }
    const row = id ? this.#rows.find((each) => idOf(each) === id) : undefined
    linkOf(row)?.setAttribute('aria-current', 'page')
    row?.scrollIntoView({ block: 'nearest' })
  }

  /** Corrects which of the rows in a response is marked. */
  markIn(fresh: DocumentFragment) {
    for (const row of rowsIn(fresh)) {
      if (idOf(row) === this.current()) linkOf(row)?.setAttribute('aria-current', 'page')
      else linkOf(row)?.removeAttribute('aria-current')
    }
    return fresh
  }

  /** Remembers the position of a row that leaves the list, if it is the open one. */
  leaves(row: HTMLElement) {
    if (row.querySelector('[aria-current]')) this.#left = row
  }

  /**
   * The next row below (`step` 1) or above (-1) a conversation's, except rows with a pending action; the first row
   * when the conversation is not in the list.
   */
  neighbour(id: string | null, step: 1 | -1): string | null {
    const rows = this.#rows
    const at = rows.findIndex((row) => idOf(row) === id)
    if (at < 0 && id && this.#left && idOf(this.#left) === id) return this.#beside(this.#left, step)
    const following = step === 1 ? rows.slice(at + 1) : rows.slice(0, Math.max(at, 0)).reverse()
    const next = (at < 0 ? rows : following).find((row) => row.dataset.pending === undefined)
    return next ? idOf(next) : null
  }

  /** The row below (or above) the position of a row that has left the list. */
  #beside(left: HTMLElement, step: 1 | -1) {
    const rows = this.#rows
    const below = rows.findIndex((row) => comesBefore(left, row))
    const at = below < 0 ? rows.length : below
    const row = rows[step === 1 ? at : at - 1]
    return row ? idOf(row) : null
  }

  get #rows() {
    return rowsIn(this.region)
  }
}
