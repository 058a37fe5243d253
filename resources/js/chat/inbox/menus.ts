/** Opens a menu with the focus in its filter field, else on its first entry. */
export function openMenu(menu: HTMLDetailsElement) {
  menu.open = true
  const field = menu.querySelector<HTMLElement>('.chat-picker input')
  ;(field ?? entriesOf(menu)[0])?.focus()
}

/** Moves through a menu's entries by arrow keys. */
export function moveInMenu(menu: HTMLElement, event: KeyboardEvent) {
  if (event.defaultPrevented || isField(event.target as HTMLElement)) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const entries = entriesOf(menu)
  const at = entries.indexOf(document.activeElement as HTMLElement)
  entries.at((at + step) % entries.length)?.focus()
}

const isField = (element: HTMLElement) => element.matches('select, input, textarea')

const entriesOf = (menu: HTMLElement) => [
  ...menu.querySelectorAll<HTMLElement>('.chat-menu__item:not(:disabled)'),
]
