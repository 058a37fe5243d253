import { component } from '../../shared/component.js'
import { isForBrowser } from '../dom.js'
import { listQuery } from '../list/list_query.js'

const TYPING_LASTS = 250

/** The search field: searches while the agent types, and restores the list afterwards. */
export const search = component(() => {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The status filter that the search began under. */
  let before = 'open'

  return {
    typed: '',

    get isEmpty() {
      return !this.typed
    },

    focus() {
      this.field().focus()
      this.field().select()
    },

    /** Shows the query of a list that was loaded in another way. */
    follow() {
      const q = new URLSearchParams(this.$inbox.page.query).get('q') ?? ''
      if (document.activeElement !== this.field()) this.field().value = q
      this.typed = this.field().value
    },

    type({ isComposing }: InputEvent) {
      this.typed = this.field().value
      clearTimeout(timer)
      if (!isComposing) timer = setTimeout(() => this.look(), TYPING_LASTS)
    },

    /** Enter searches again, because an earlier request may have failed. */
    look({ isWished = false } = {}) {
      clearTimeout(timer)
      const { page, navigation } = this.$inbox
      const params = new URLSearchParams(page.query)
      const was = params.get('q') ?? ''
      const q = this.field().value.replace(/\s+/g, ' ').trim()
      if (q === was && !isWished) return
      if (!was) before = params.get('filter')!
      if (!was) params.set('filter', 'all')
      if (!q) params.set('filter', before)
      params.set('q', q)
      void navigation.filter(listQuery(params), { isRefined: Boolean(q && was) })
    },

    ask() {
      this.look({ isWished: true })
    },

    clear(event: MouseEvent) {
      if (isForBrowser(event)) return
      event.preventDefault()
      this.end()
    },

    /** Restores the list as it was before the search; without a search, leaves the field. */
    end() {
      if (!this.field().value) return this.field().blur()
      this.field().value = ''
      this.typed = ''
      this.look()
      this.field().focus()
    },

    key(event: KeyboardEvent) {
      if (event.isComposing) return
      const { rows } = this.$inbox
      if (event.key === 'Escape') this.end()
      else if (event.key === 'ArrowDown' && !rows.isEmpty) rows.focus(rows.ids[0])
      else return
      event.preventDefault()
      event.stopPropagation()
    },

    field() {
      return this.$refs.field as HTMLInputElement
    },
  }
})
