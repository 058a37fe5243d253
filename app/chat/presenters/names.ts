const HUES = 8

/** What stands for a person where there is no room for a name. */
export function initials(name: string) {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return letters.map((word) => [...word][0]?.toUpperCase() ?? '').join('') || '?'
}

export const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name

export const visitorKey = (id: number | null) => `visitor-${id ?? 0}`

/**
 * The letters and the colour that stand for an agent, the same everywhere. Where the colours begin again, the
 * letters are others of the same name, so that two people with the same initials differ in one or the other.
 */
export function agentFace(id: number | null, name: string) {
  const number = id ?? 0
  return { initials: lettersOf(name, Math.floor(number / HUES)), hue: number % HUES }
}

/** Of "Anna Agent" in turn AA, An and Ag. */
function lettersOf(name: string, turn: number) {
  const words = name.trim().split(/\s+/)
  const word = [...(turn % 3 === 1 ? words[0] : words[words.length - 1])]
  if (turn % 3 === 0 || word.length < 2) return initials(name)
  const second = turn % 3 === 2 && words.length === 1 ? word[word.length - 1] : word[1]
  return `${word[0].toUpperCase()}${second.toLowerCase()}`
}

/** One of the palette's hues, always the same for the same key. */
export function hueOf(key: string) {
  let sum = 0
  for (const character of key) sum = (sum * 31 + character.codePointAt(0)!) % 9973
  return sum % HUES
}

/** Shows counts as badges do. */
export const badge = (count: number) => (count > 99 ? '99+' : String(count))
