const HUES = 8

/** What stands for a person where there is no room for a name. */
export function initials(name: string) {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return letters.map((word) => [...word][0]?.toUpperCase() ?? '').join('') || '?'
}

export const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name

export const visitorKey = (id: number | null) => `visitor-${id ?? 0}`

/** The same as their messages', so that an agent has one colour everywhere. */
export const agentKey = (id: number | null) => `agent-${id ?? 0}`

/** One of the palette's hues, always the same for the same key. */
export function hueOf(key: string) {
  let sum = 0
  for (const character of key) sum = (sum * 31 + character.codePointAt(0)!) % 9973
  return sum % HUES
}

/** Shows counts as badges do. */
export const badge = (count: number) => (count > 99 ? '99+' : String(count))
