import { fit } from '../commands/fuzzy.js'
import { textOf } from '../commands/forms.js'
import { Picks } from './picks.js'

/**
 * A menu whose entries are found by typing: what fits is left, the best of it marked, and Enter takes
 * that. The entries are the server's buttons, which work without this.
 */
export function picker() {
  let picks: Picks
  let watched: MutationObserver
  let cameFrom: HTMLElement | null = null

  return {
    status: '',

    init() {
      const { list, field } = this.$refs
      if (!list) return
      picks = new Picks(list, field)
      // Entries that come or go while one types are found as well
      watched = new MutationObserver(() => this.typed())
      watched.observe(list, { childList: true })
      this.typed()
    },

    destroy() {
      watched?.disconnect()
    },

    /** A closed menu begins anew; on a touch screen no keyboard covers an opened one unasked. */
    toggled() {
      if (!picks) return
      if (!this.menu().open) return this.reset()
      const isByHand = document.activeElement === this.menu().querySelector('summary')
      if (isByHand && matchMedia('(pointer: fine)').matches) this.$refs.field.focus()
    },

    reset() {
      this.$refs.field.value = ''
      this.typed()
    },

    typed() {
      const { value } = this.$refs.field
      const count = picks.narrow((pick) => fit(value, nameOf(pick)))
      this.status = count ? '' : 'Nothing fits'
    },

    key(event: KeyboardEvent) {
      if (event.isComposing || event.defaultPrevented) return
      if (event.key === 'Escape') return this.leave(event)
      if (!picks || event.target !== this.$refs.field) return
      if (event.key === 'ArrowDown') picks.move(1)
      else if (event.key === 'ArrowUp') picks.move(-1)
      else if (event.key === 'Enter') this.take()
      else return
      event.preventDefault()
    },

    leave(event: KeyboardEvent) {
      event.preventDefault()
      event.stopPropagation()
      this.close()
    },

    /** The keyboard goes back to where it was: to the row from which a letter has opened the menu. */
    close() {
      this.menu().open = false
      const summary = this.menu().querySelector('summary')!
      ;(cameFrom?.isConnected ? cameFrom : summary).focus()
    },

    focused({ relatedTarget }: FocusEvent) {
      const before = relatedTarget as HTMLElement | null
      if (!before || !this.menu().contains(before)) cameFrom = before
    },

    take() {
      const { marked } = picks
      if (!marked) return
      this.close()
      marked.form!.requestSubmit(marked)
    },

    pointed(event: Event) {
      picks?.point(event.target as Element)
    },

    menu() {
      return this.$root as HTMLDetailsElement
    },
  } as Picker
}

const nameOf = (pick: HTMLElement) =>
  textOf(pick.querySelector<HTMLElement>('.chat-menu__text') ?? pick)

/** Alpine's `$root` and `$refs` join what is written above. */
interface Picker {
  $root: HTMLElement
  $refs: { field: HTMLInputElement; list?: HTMLElement }
  status: string
  init(): void
  destroy(): void
  toggled(): void
  reset(): void
  typed(): void
  key(event: KeyboardEvent): void
  leave(event: KeyboardEvent): void
  close(): void
  focused(event: FocusEvent): void
  take(): void
  pointed(event: Event): void
  menu(): HTMLDetailsElement
}
