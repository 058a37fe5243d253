const ASCII = /^[\p{ASCII}]*$/u

/** Combining accents; marks that make a different letter are not among them. */
const ACCENTS = /[\u0300-\u036f]/g

/** Text in the form that searches compare: without case, accents and typographic variants. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  const plain = text.normalize('NFKD').replace(ACCENTS, '').toLowerCase()
  return plain.replaceAll('ß', 'ss').replaceAll('ς', 'σ')
}

/** The folded text, with the offset in the original of each of its UTF-16 units. */
export function foldWithOffsets(text: string): { folded: string; offsets: number[] } {
  const offsets: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const part = fold(character)
    for (let unit = 0; unit < part.length; unit++) offsets.push(at)
    folded += part
    at += character.length
  }
  return { folded, offsets: [...offsets, text.length] }
}
