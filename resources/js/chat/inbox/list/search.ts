import { isForBrowser } from '../dom.js'
import type { Navigation } from '../navigation.js'
import type { Page } from '../page.js'
import type { Rows } from './rows.js'
import { listQuery } from './list_query.js'

const TYPING_LASTS = 250

/** The search field: looks while one types, and leaves the list as it was before when one ends it. */
export class Search {
  readonly #form: HTMLFormElement
  readonly #field: HTMLInputElement
  readonly #clear: HTMLElement
  #timer?: ReturnType<typeof setTimeout>
  /** The status filter that the search began under. */
  #before = 'open'

  constructor(
    private page: Page,
    private navigation: Navigation,
    private rows: Rows
  ) {
    this.#form = page.root.querySelector<HTMLFormElement>('[data-search]')!
    this.#field = this.#form.querySelector('input[type=search]')!
    this.#clear = this.#form.querySelector('[data-search-clear]')!
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#look({ isWished: true })
    })
    this.#field.addEventListener('input', (event) => {
      clearTimeout(this.#timer)
      if ((event as InputEvent).isComposing) return
      this.#timer = setTimeout(() => this.#look(), TYPING_LASTS)
    })
    this.#field.addEventListener('compositionend', () => this.#look())
    this.#field.addEventListener('keydown', (event) => this.#pressed(event))
    this.#clear.addEventListener('click', (event) => {
      if (isForBrowser(event)) return
      event.preventDefault()
      this.end()
    })
    this.#showClear()
  }

  focus() {
    this.#field.focus()
    this.#field.select()
  }

  /** Back to the list as it was before the search; leaves the field when there is none. */
  end() {
    if (!this.#field.value) return this.#field.blur()
    this.#field.value = ''
    this.#look()
    this.#field.focus()
  }

  /** The list shows something else: the field says what. */
  follow(query: string) {
    const q = new URLSearchParams(query).get('q') ?? ''
    if (document.activeElement !== this.#field) this.#field.value = q
    this.#showClear()
  }

  /** Asked for by hand it looks again: what was asked before may not have been answered. */
  #look({ isWished = false } = {}) {
    clearTimeout(this.#timer)
    this.#showClear()
    const params = new URLSearchParams(this.page.query)
    const was = params.get('q') ?? ''
    const q = this.#field.value.replace(/\s+/g, ' ').trim()
    if (q === was && !isWished) return
    if (!was) this.#before = params.get('filter')!
    if (!was) params.set('filter', 'all')
    if (!q) params.set('filter', this.#before)
    params.set('q', q)
    void this.navigation.filter(listQuery(params), { isRefined: Boolean(q && was) })
  }

  #pressed(event: KeyboardEvent) {
    if (event.isComposing) return
    if (event.key === 'Escape') this.end()
    else if (event.key === 'ArrowDown' && !this.rows.isEmpty) this.rows.focus(this.rows.ids[0])
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #showClear() {
    this.#clear.hidden = !this.#field.value
  }
}
