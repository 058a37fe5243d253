import { fillHelp } from './commands/keys_shown.js'
import type { Rows } from './list/rows.js'
import type { Search } from './list/search.js'
import type { Selection } from './list/selection.js'
import { part } from './dom.js'
import { openMenu } from './menus.js'
import type { Navigation } from './navigation.js'
import type { Page } from './page.js'

/** What commands do to the inbox's frame. Which ones there are stands in `commands/`. */
export class Commands {
  constructor(
    private page: Page,
    private rows: Rows,
    private navigation: Navigation,
    private searching: Search,
    private selection?: Selection
  ) {}

  next() {
    this.#go(1)
  }

  previous() {
    this.#go(-1)
  }

  write(internal: boolean) {
    const form = this.page.root.querySelector('.chat-composer')
    form?.dispatchEvent(new CustomEvent('chat:focus', { detail: { internal } }))
  }

  /** Opens a menu of the page, with the keyboard in a part of it; one of the drawer brings that in. */
  openMenu(name: string, focused?: string) {
    const { root } = this.page
    const menu = root.querySelector<HTMLDetailsElement>(
      `[data-menu="${name}"], [data-menu-inline="${name}"]`
    )
    if (!menu) return
    if (menu.closest('.chat-side')) this.page.isPanelOpen = true
    openMenu(menu)
    if (focused) menu.querySelector<HTMLElement>(focused)?.focus()
  }

  /** Selects the row with the focus, or that of the open conversation. */
  pick() {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    const id = row?.dataset.row ?? this.page.current
    if (id) this.selection?.toggle(id)
  }

  narrow() {
    const menu = this.page.root.querySelector<HTMLDetailsElement>('[data-menu="narrow"]')
    if (!menu) return
    menu.open = true
    menu.querySelector('select')?.focus()
  }

  search() {
    if (this.page.current && !this.page.region('rows').offsetParent) this.back()
    this.searching.focus()
  }

  help() {
    const help = this.page.region('help') as HTMLDialogElement
    fillHelp(part(help, 'keys'), this.page.commands)
    help.showModal()
  }

  /** Out of the field, or out of the drawer. */
  escape() {
    if (this.page.isPanelOpen) return this.details(false)
    const focused = document.activeElement as HTMLElement | null
    if (focused?.matches('textarea, input')) focused.blur()
  }

  details(isOpen = !this.page.isPanelOpen) {
    this.page.isPanelOpen = isOpen
    const target = isOpen
      ? this.page.region('context')
      : this.page.root.querySelector<HTMLElement>('[data-command="details"]')
    target?.focus()
  }

  back() {
    this.navigation.close()
  }

  #go(step: 1 | -1) {
    const id = this.rows.neighbour(this.page.current, step)
    if (id) void this.navigation.open(id, { at: this.rows.hitOf(id), focus: 'row' })
  }
}
