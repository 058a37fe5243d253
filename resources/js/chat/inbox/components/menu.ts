import { component } from '../../shared/component.js'
import { moveInMenu } from '../menus.js'

/** A menu: closes on Escape and when the focus or a click goes elsewhere; arrow keys move through its entries. */
export const menu = component(() => ({
  close() {
    this.menu().open = false
  },

  key(event: KeyboardEvent) {
    if (!this.menu().open) return
    if (event.key !== 'Escape') return moveInMenu(this.menu(), event)
    event.stopPropagation()
    this.close()
    this.menu().querySelector('summary')?.focus()
  },

  menu() {
    return this.$root as unknown as HTMLDetailsElement
  },
}))
