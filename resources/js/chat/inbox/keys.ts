/** What single keys do. Letters only work where nothing is being written. */
export interface KeyCommands {
  next(): void
  previous(): void
  write(internal: boolean): void
  assign(): void
  resolve(): void
  priority(): void
  pick(): void
  narrow(): void
  search(): void
  help(): void
  escape(): void
}

export function enableKeys(commands: KeyCommands) {
  const keys: Record<string, () => void> = {
    'j': () => commands.next(),
    'k': () => commands.previous(),
    'r': () => commands.write(false),
    'n': () => commands.write(true),
    'a': () => commands.assign(),
    'e': () => commands.resolve(),
    'p': () => commands.priority(),
    'x': () => commands.pick(),
    'f': () => commands.narrow(),
    '/': () => commands.search(),
    '?': () => commands.help(),
  }
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('dialog[open]')) return
    if (event.key === 'Escape') return commands.escape()
    if (isWriting(event.target as HTMLElement) || !(event.key in keys)) return
    event.preventDefault()
    keys[event.key]()
  })
}

function isWriting(element: HTMLElement) {
  if (element.isContentEditable) return true
  return element.matches('textarea, select, input:not([type=radio], [type=checkbox])')
}
