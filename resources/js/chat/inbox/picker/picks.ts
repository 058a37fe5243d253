/** The buttons of a menu as options of the field above them; the field names the marked one. */
export class Picks {
  #marked?: HTMLButtonElement

  constructor(
    private list: HTMLElement,
    private field: HTMLInputElement
  ) {
    list.role = 'listbox'
  }

  get marked() {
    return this.#marked
  }

  /** Shows the options that match and marks the first best match; returns their number. */
  filter(fitOf: (pick: HTMLButtonElement) => number): number {
    const fits = new Map(this.#all().map((pick) => [pick, fitOf(pick)]))
    for (const [pick, fit] of fits) {
      this.#prepare(pick)
      pick.hidden = fit === 0
    }
    const shown = this.#shown()
    const best = Math.max(...shown.map((pick) => fits.get(pick)!))
    this.#mark(shown.find((pick) => fits.get(pick) === best))
    return shown.length
  }

  /** Moves the mark, from the last option to the first as well. */
  move(step: number) {
    const shown = this.#shown()
    if (shown.length === 0) return
    const at = shown.indexOf(this.#marked!)
    this.#mark(shown[(at + step + shown.length) % shown.length])
  }

  /** Marks the option under the pointer. */
  point(element: Element) {
    const pick = element.closest<HTMLButtonElement>('button')
    if (pick && pick !== this.#marked && this.#shown().includes(pick)) this.#mark(pick)
  }

  /** Takes the entries out of the tab order, since the focus stays in the field. */
  #prepare(pick: HTMLButtonElement) {
    pick.role = 'option'
    pick.tabIndex = -1
    pick.id ||= `${this.list.id}-${pick.value || 'none'}`
  }

  #mark(pick?: HTMLButtonElement) {
    this.#marked = pick
    for (const each of this.#all()) each.ariaSelected = String(each === pick)
    if (!pick) return this.field.removeAttribute('aria-activedescendant')
    this.field.setAttribute('aria-activedescendant', pick.id)
    // A closed menu cannot scroll, and asking it to would lay out the page while it starts
    if (this.list.closest('details')!.open) pick.scrollIntoView({ block: 'nearest' })
  }

  #all() {
    return [...this.list.querySelectorAll<HTMLButtonElement>('button')]
  }

  #shown() {
    return this.#all().filter(({ hidden, disabled }) => !hidden && !disabled)
  }
}
