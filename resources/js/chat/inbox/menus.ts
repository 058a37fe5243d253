const OPEN = 'details[data-menu][open]'

/** Menus close when one turns elsewhere or presses Escape; arrow keys go through their entries. */
export function enableMenus(root: HTMLElement) {
  document.addEventListener('click', ({ target }) => {
    for (const menu of root.querySelectorAll<HTMLDetailsElement>(OPEN)) {
      if (!menu.contains(target as Node)) menu.open = false
    }
  })
  root.addEventListener('keydown', (event) => {
    const menu = (event.target as HTMLElement).closest<HTMLDetailsElement>(OPEN)
    if (menu) pressed(menu, event)
  })
}

/** Opens a menu with the keyboard in the field that finds its entries, else on the first of them. */
export function openMenu(menu: HTMLDetailsElement) {
  menu.open = true
  const field = menu.querySelector<HTMLElement>('.chat-picker input')
  ;(field ?? entriesOf(menu)[0])?.focus()
}

function pressed(menu: HTMLDetailsElement, event: KeyboardEvent) {
  if (event.key === 'Escape') {
    menu.open = false
    menu.querySelector('summary')?.focus()
    event.stopPropagation()
  }
  if (event.defaultPrevented) return
  if ((event.target as HTMLElement).matches('select, input, textarea')) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const entries = entriesOf(menu)
  const at = entries.indexOf(document.activeElement as HTMLElement)
  entries.at((at + step) % entries.length)?.focus()
}

const entriesOf = (menu: HTMLElement) => [
  ...menu.querySelectorAll<HTMLElement>('.chat-menu__item:not(:disabled)'),
]
