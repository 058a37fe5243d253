import { isMac } from './commands/keys_shown.js'
import type { Letters } from './letters.js'
import { isAvailable, type CommandRegistry } from './commands/registry.js'

/** Runs commands by their keys: letters where `Letters` treats them as commands, other keys everywhere. */
export function enableKeys(registry: CommandRegistry, letters: Letters) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    const key = keyOf(event)
    if (document.querySelector('dialog[open]')) return
    if (isLetter(key) && !isCommand(event, letters)) return
    const command = registry.forKey(key)
    if (!command) return
    if (key !== 'Escape') event.preventDefault()
    if (isAvailable(command)) command.run()
  })
}

/** The key as commands name it; on a Mac commands use ⌘, because Ctrl with a letter moves the cursor. */
function keyOf({ key, ctrlKey, metaKey }: KeyboardEvent) {
  if (isMac() ? metaKey : ctrlKey) return `mod+${key.toLowerCase()}`
  return ctrlKey || metaKey ? '' : key
}

const isLetter = (key: string) => key.length === 1

/** Whether a letter is a command; one that is text goes to the composer. */
function isCommand(event: KeyboardEvent, letters: Letters) {
  const role = letters.roleOf(event.target as HTMLElement)
  if (role === 'early') {
    event.preventDefault()
    letters.keep(event.key)
  }
  // The browser inserts it where the focus is by then
  if (role === 'composer' && event.key !== ' ') letters.composer!.focus()
  return role === 'command'
}
