import type { Rows } from './list/rows.js'
import type { Letters } from './letters.js'
import { openMenu } from './menus.js'
import type { Navigation } from './navigation.js'
import type { Page } from './page.js'
import type { Undo } from './undo.js'

/** Actions of commands on the inbox's layout; the commands are in `commands/`. */
export class Commands {
  constructor(
    private page: Page,
    private rows: Rows,
    private navigation: Navigation,
    private letters: Letters,
    readonly undo: Undo
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

  /** A menu by its name, in the head or the drawer. */
  menu(name: string) {
    return this.page.root.querySelector<HTMLDetailsElement>(
      `[data-menu="${name}"], [data-menu-inline="${name}"]`
    )
  }

  /** Opens a menu with the focus in a part of it; a menu of the drawer opens the drawer first. */
  openMenu(name: string, focused?: string) {
    const menu = this.menu(name)
    if (!menu) return
    if (menu.closest('.chat-side')) this.page.isPanelOpen = true
    if (menu.getClientRects().length === 0) return this.#openMore(name)
    this.#backToRow(menu)
    openMenu(menu)
    if (focused) menu.querySelector<HTMLElement>(focused)?.focus()
  }

  /** On a narrow screen a menu's entries are in the common menu. */
  #openMore(name: string) {
    const more = this.menu('more')
    if (!more) return
    this.#backToRow(more)
    openMenu(more)
    more.querySelector<HTMLElement>(`[data-act="${name}"] button`)?.focus()
  }

  /** Returns the focus to the list when a menu that was opened there closes, unless it has been moved meanwhile. */
  #backToRow(menu: HTMLDetailsElement) {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row
    if (!row) return
    const closed = () => {
      if (menu.open) return
      menu.removeEventListener('toggle', closed)
      const { activeElement: now } = document
      if (now === document.body || menu.contains(now)) this.rows.focus(row)
    }
    menu.addEventListener('toggle', closed)
  }

  /** Selects the row with the focus, or that of the open conversation. */
  pick() {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    const id = row?.dataset.row ?? this.page.current
    if (id) this.rows.checkbox(id)?.click()
  }

  openFilters() {
    const menu = this.menu('filters')
    if (!menu) return
    menu.open = true
    menu.querySelector('select')?.focus()
  }

  search() {
    if (this.page.current && !this.page.region('rows').offsetParent) this.back()
    this.page.open('search')
  }

  /** Closes the drawer, else leaves the field, else clears the selection. */
  escape() {
    if (this.page.isPanelOpen) return this.details(false)
    const focused = document.activeElement as HTMLElement | null
    if (focused?.matches('textarea, input:not([type=checkbox])')) return this.#leave(focused)
    this.page.root.querySelector<HTMLFormElement>('[data-bulk]')?.reset()
  }

  /** Moves the focus from the composer to the conversation's row, where letters are commands; blurs any other field. */
  #leave(field: HTMLElement) {
    const { current } = this.page
    field.blur()
    if (current && field.closest('[data-pane]')) this.rows.focus(current)
    if (document.activeElement === document.body) this.letters.left()
  }

  /** Opens the next conversation of the list. */
  openNext() {
    const isWalking = document.activeElement?.closest('[data-row]')
    const id =
      this.rows.open.neighbour(this.page.current, 1) ??
      this.rows.open.neighbour(this.page.current, -1)
    const at = id ? this.rows.matchOf(id) : undefined
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
    const id = this.rows.open.neighbour(this.page.current, step)
    if (id) void this.navigation.open(id, { at: this.rows.matchOf(id), focus: 'row' })
  }
}
