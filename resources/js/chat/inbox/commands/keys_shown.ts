import type { Command } from './registry.js'

export const isMac = () => /mac|iphone|ipad/i.test(navigator.platform)

/** The names of a command's keys as printed on the keyboard. */
export function keysShown({ keys = [] }: Command): string[] {
  const [first] = keys
  if (!first) return []
  const named = { 'mod+': isMac() ? '⌘' : 'Ctrl', 'Escape': 'Esc' }
  return first.startsWith('mod+')
    ? [named['mod+'], first.slice(4).toUpperCase()]
    : [first === 'Escape' ? named.Escape : first]
}
