import type { Command, CommandRegistry } from './registry.js'

export const isMac = () => /mac|iphone|ipad/i.test(navigator.platform)

/** The names of a command's keys, as they stand on the keyboard. */
export function keysShown({ keys = [] }: Command): string[] {
  const [first] = keys
  if (!first) return []
  const named = { 'mod+': isMac() ? '⌘' : 'Ctrl', 'Escape': 'Esc' }
  return first.startsWith('mod+')
    ? [named['mod+'], first.slice(4).toUpperCase()]
    : [first === 'Escape' ? named.Escape : first]
}

/** Fills the help with every command that has a key. */
export function fillHelp(list: HTMLElement, registry: CommandRegistry) {
  const rows = registry
    .all()
    .filter(({ keys }) => keys?.length)
    .map((command) => {
      const [row, term, text] = ['div', 'dt', 'dd'].map((name) => document.createElement(name))
      const keys = keysShown(command).map((key) =>
        Object.assign(document.createElement('kbd'), { textContent: key })
      )
      term.append(...keys)
      text.textContent = command.help ?? command.title
      row.append(term, text)
      return row
    })
  const kept = list.querySelectorAll('[data-kept]')
  list.replaceChildren(...rows, ...kept)
}
