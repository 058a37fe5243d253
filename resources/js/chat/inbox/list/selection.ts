import type { Page } from '../page.js'
import type { Undo, UndoOffer } from '../undo.js'
import { part } from '../dom.js'

const MOST = 100

interface BulkAnswer {
  summary: string
  undo?: UndoOffer
}

/** Rows that are selected, and the bar that does something with all of them. */
export class Selection {
  #anchor: string | null = null
  readonly #rows: HTMLElement
  readonly #form: HTMLFormElement

  constructor(
    private page: Page,
    private undo: Undo,
    form: HTMLFormElement,
    private onDone: (ids: string[]) => void
  ) {
    this.#form = form
    this.#rows = page.region('rows')
    this.#rows.addEventListener('click', (event) => this.#clicked(event))
    this.#rows.addEventListener('change', () => this.#show())
    new MutationObserver(() => this.#show()).observe(this.#rows, { childList: true, subtree: true })
    form.addEventListener('reset', () => setTimeout(() => this.#show(), 0))
    form.addEventListener('submit', (event) => this.#submitted(event))
    this.#all.closest('label')!.hidden = false
    this.#all.addEventListener('change', () => this.#selectAll(this.#all.checked))
    this.#show()
  }

  /** Selects a row, or takes it out of the selection. */
  toggle(id: string) {
    const box = this.#boxes().find(({ value }) => value === id)
    if (!box) return
    box.checked = !box.checked
    this.#anchor = id
    this.#show()
  }

  get isEmpty() {
    return this.#selected().length === 0
  }

  /** Selects nothing any more. */
  clear() {
    this.#form.reset()
  }

  get #all() {
    return part<HTMLInputElement>(this.#form, 'all')
  }

  /** A click with Shift does to all rows since the last click what it does to this one. */
  #clicked(event: MouseEvent) {
    const box = event.target as HTMLInputElement
    if (!box.matches('.chat-row__check')) return
    const boxes = this.#boxes()
    const from = boxes.findIndex(({ value }) => value === this.#anchor)
    const to = boxes.indexOf(box)
    if (event.shiftKey && from >= 0) {
      const range = boxes.slice(Math.min(from, to), Math.max(from, to) + 1)
      for (const each of range) each.checked = box.checked
    }
    this.#anchor = box.value
    this.#show()
  }

  #selectAll(isOn: boolean) {
    for (const [at, box] of this.#boxes().entries()) box.checked = isOn && at < MOST
    this.#show()
  }

  #submitted(event: SubmitEvent) {
    event.preventDefault()
    const ids = this.#selected()
    if (ids.length > MOST) return this.page.toast(`At most ${MOST} at a time`)
    if (ids.length > 0) void this.#send(ids, event.submitter as HTMLButtonElement)
  }

  async #send(ids: string[], button: HTMLButtonElement) {
    for (const menu of this.#form.querySelectorAll('details')) menu.open = false
    this.#form.setAttribute('aria-busy', 'true')
    const body = button.name ? { ids, [button.name]: button.value } : { ids }
    try {
      const url = button.getAttribute('formaction')!
      const { summary, undo } = await this.page.api.post<BulkAnswer>(url, body)
      this.#form.reset()
      if (undo) this.undo.offer({ ...undo, summary })
      else this.page.toast(summary)
    } catch (error) {
      this.page.failed(error)
    }
    this.#form.removeAttribute('aria-busy')
    this.onDone(ids)
  }

  #show() {
    const boxes = this.#boxes()
    const count = this.#selected().length
    const text = `${count} selected`
    const shown = part(this.#form, 'count')
    if (shown.textContent !== text) shown.textContent = text
    this.#all.checked = count > 0 && count >= Math.min(boxes.length, MOST)
    this.#all.indeterminate = count > 0 && !this.#all.checked
  }

  #selected() {
    return this.#boxes()
      .filter(({ checked }) => checked)
      .map(({ value }) => value)
  }

  #boxes() {
    return [...this.#rows.querySelectorAll<HTMLInputElement>('.chat-row__check')]
  }
}
