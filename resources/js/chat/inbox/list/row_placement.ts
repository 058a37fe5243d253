import Alpine from '@alpinejs/csp'
import { released } from '../dom.js'
import { comesBefore, isNewer, rowsIn } from './row_element.js'

/** Puts rows into the order of their sort keys. An element that is in the list already stays the same element. */
export class RowPlacement {
  constructor(private region: HTMLElement) {}

  /**
   * Inserts a row, or updates and moves the one that shows its conversation. A row below the last one of a list with
   * further pages belongs to a page that has not been requested, and is left out.
   */
  put(fresh: HTMLElement, old: HTMLElement | null, isWhole: boolean) {
    const list = this.region.querySelector('[data-rows]')
    if (!list || old?.outerHTML === fresh.outerHTML || isNewer(old, fresh)) return
    if (old) Alpine.morph(old, fresh, { key: firstClass })
    else if (!isWhole && !this.#after(fresh) && list.childElementCount > 0) return
    void this.#move(list, old ?? fresh)
  }

  /** Moves a row to its position, after the pointer has let go of it. */
  async #move(list: Element, row: HTMLElement) {
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

  /** The row before which a row belongs. */
  #after(row: HTMLElement) {
    return rowsIn(this.region).find((each) => each !== row && comesBefore(row, each)) ?? null
  }
}

/** Alpine recognises the parts of a row by their first class. */
const firstClass = (node: Node) => (node as Element).classList[0] ?? ''
