import { fillHelp } from './commands/keys_shown.js'
import type { Rows } from './list/rows.js'
import type { Search } from './list/search.js'
import type { Selection } from './list/selection.js'
import { part } from './dom.js'
import type { Letters } from './letters.js'
import { openMenu } from './menus.js'
import type { Navigation } from './navigation.js'
import type { Page } from './page.js'
import type { Undo } from './undo.js'

/** What commands do to the inbox's frame. Which ones there are stands in `commands/`. */
export class Commands {
  constructor(
    private page: Page,
    private rows: Rows,
    private navigation: Navigation,
    private searching: Search,
    private letters: Letters,
    readonly undo: Undo,
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
    if (menu.getClientRects().length === 0) return this.#openMore(name)
    this.#backToRow(menu)
    openMenu(menu)
    if (focused) menu.querySelector<HTMLElement>(focused)?.focus()
  }

  /** Where there is no room for a menu of its own, its entries are in the one with everything else. */
  #openMore(name: string) {
    const more = this.page.root.querySelector<HTMLDetailsElement>('[data-menu="more"]')
    if (!more) return
    this.#backToRow(more)
    openMenu(more)
    more.querySelector<HTMLElement>(`[data-act="${name}"] button`)?.focus()
  }

  /** Whoever opened a menu from the list is in the list again when it closes. */
  #backToRow(menu: HTMLDetailsElement) {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row
    if (!row) return
    const closed = () => {
      if (menu.open) return
      menu.removeEventListener('toggle', closed)
      this.rows.focus(row)
    }
    menu.addEventListener('toggle', closed)
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

  /** Out of the drawer, out of the field, at last out of the selection. */
  escape() {
    if (this.page.isPanelOpen) return this.details(false)
    const focused = document.activeElement as HTMLElement | null
    if (focused?.matches('textarea, input:not([type=checkbox])')) return this.#leave(focused)
    if (this.selection && !this.selection.isEmpty) this.selection.clear()
  }

  /** From the composer to the conversation's row, where letters are commands; from another field to nowhere. */
  #leave(field: HTMLElement) {
    const { current } = this.page
    field.blur()
    if (current && field.closest('[data-pane]')) this.rows.focus(current)
    if (document.activeElement === document.body) this.letters.left()
  }

  /** Opens what comes after the open conversation in the list, to go on in the same way. */
  openNext() {
    const isWalking = document.activeElement?.closest('[data-row]')
    const id =
      this.rows.neighbour(this.page.current, 1) ?? this.rows.neighbour(this.page.current, -1)
    const at = id ? this.rows.hitOf(id) : undefined
    if (id) void this.navigation.open(id, { at, focus: isWalking ? 'row' : 'thread' })
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
