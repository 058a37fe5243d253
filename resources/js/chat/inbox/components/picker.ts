import { component } from '../../shared/component.js'
import { fit } from '../commands/fuzzy.js'
import { textOf } from '../commands/forms.js'
import { moveInMenu } from '../menus.js'
import { Picks } from '../picker/picks.js'
import { text } from '../texts.js'

/**
 * A menu with a field that filters its entries: the best match is marked, and Enter chooses it. The entries are the
 * server's buttons, which work without a script.
 */
export const picker = component(() => {
  let picks: Picks | undefined
  let watched: MutationObserver | undefined
  let cameFrom: HTMLElement | null = null

  return {
    status: '',

    init() {
      const { list } = this.$refs
      if (!list) return
      picks = new Picks(list, this.field())
      // Entries that change while the agent types are filtered, too
      watched = new MutationObserver(() => this.typed())
      watched.observe(list, { childList: true })
      this.typed()
    },

    destroy() {
      watched?.disconnect()
    },

    /** On a touch screen an opened menu does not bring up the keyboard. */
    toggled() {
      if (!picks) return
      if (!this.menu().open) return this.reset()
      const isByHand = document.activeElement === this.summary()
      if (isByHand && matchMedia('(pointer: fine)').matches) this.field().focus()
    },

    reset() {
      this.field().value = ''
      this.typed()
    },

    typed() {
      const { value } = this.field()
      const count = picks!.filter((pick) => fit(value, nameOf(pick)))
      this.status = count ? '' : text('inbox_script.search.none')
    },

    key(event: KeyboardEvent) {
      if (event.isComposing || event.defaultPrevented) return
      if (event.key === 'Escape') return this.leave(event)
      if (event.target !== this.field()) return moveInMenu(this.menu(), event)
      if (event.key === 'ArrowDown') picks!.move(1)
      else if (event.key === 'ArrowUp') picks!.move(-1)
      else if (event.key === 'Enter') this.take()
      else return
      event.preventDefault()
    },

    leave(event: KeyboardEvent) {
      event.preventDefault()
      event.stopPropagation()
      this.goBack()
    },

    /** Clears the field as well: the menu may be opened again before its `toggle` event. */
    close() {
      if (!this.menu().open) return
      this.menu().open = false
      if (picks) this.reset()
    },

    /** Returns the focus to the row where a letter has opened the menu. */
    goBack() {
      this.close()
      ;(cameFrom?.isConnected ? cameFrom : this.summary()).focus()
    },

    focused({ relatedTarget }: FocusEvent) {
      const before = relatedTarget as HTMLElement | null
      if (!before || !this.menu().contains(before)) cameFrom = before
    },

    take() {
      const { marked } = picks!
      if (!marked) return
      this.goBack()
      marked.form!.requestSubmit(marked)
    },

    pointed(event: Event) {
      picks?.point(event.target as Element)
    },

    menu() {
      return this.$root as unknown as HTMLDetailsElement
    },

    summary() {
      return this.menu().querySelector('summary')!
    },

    field() {
      return this.$refs.field as HTMLInputElement
    },
  }
})

const nameOf = (pick: HTMLElement) =>
  textOf(pick.querySelector<HTMLElement>('.chat-menu__text') ?? pick)
