import { isMac } from './commands/keys_shown.js'
import { isAvailable, type CommandRegistry } from './commands/registry.js'

/** Runs commands by their keys. Letters only work where nothing is being written, the rest everywhere. */
export function enableKeys(registry: CommandRegistry) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    const key = keyOf(event)
    const command = registry.forKey(key)
    if (!command || document.querySelector('dialog[open]')) return
    if (isLetter(key) && isWriting(event.target as HTMLElement)) return
    if (key !== 'Escape') event.preventDefault()
    if (isAvailable(command)) command.run()
  })
}

/** As commands name it; on a Mac Ctrl with a letter moves within a text, and ⌘ is for commands. */
function keyOf({ key, ctrlKey, metaKey }: KeyboardEvent) {
  if (isMac() ? metaKey : ctrlKey) return `mod+${key.toLowerCase()}`
  return ctrlKey || metaKey ? '' : key
}

const isLetter = (key: string) => key.length === 1

function isWriting(element: HTMLElement) {
  if (element.isContentEditable) return true
  return element.matches('textarea, select, input:not([type=radio], [type=checkbox])')
}
