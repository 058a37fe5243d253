const MARKS = /\p{M}/gu

/** A text without case and accents, for comparison. */
export const folded = (text: string) => text.normalize('NFD').replace(MARKS, '').toLowerCase()

/**
 * How well a text matches a query: 0 for no match. Each word of the query must match, in any order: best as the
 * beginning of a word, then within one, last as letters in their order within the whole text.
 */
export function fit(typed: string, text: string): number {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return 1
  const searched = folded(text)
  const fits = words.map((word) => fitOfWord(word, searched))
  return fits.includes(0) ? 0 : fits.reduce((sum, each) => sum + each, 0) / words.length
}

function fitOfWord(word: string, text: string): number {
  if (text.startsWith(word)) return 100
  if (text.includes(` ${word}`)) return 80
  if (text.includes(word)) return 40
  return hasInOrder(word, text) ? 10 : 0
}

/** Whether the letters come one after the other, not too far apart: "rsv" in "resolve". */
function hasInOrder(word: string, text: string) {
  if (word.length < 2) return false
  let start = -1
  let at = -1
  for (const letter of word) {
    at = text.indexOf(letter, at + 1)
    if (at < 0) return false
    if (start < 0) start = at
  }
  return at - start < word.length * 3
}
