const ASCII = /^[\p{ASCII}]*$/u

/** Accents as characters of their own; marks that make other letters of a letter stay. */
const ACCENTS = /[\u0300-\u036f]/g

/** Text as searches compare it: without case, accents and typographic variants. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  const plain = text.normalize('NFKD').replace(ACCENTS, '').toLowerCase()
  return plain.replaceAll('ß', 'ss').replaceAll('ς', 'σ')
}

/** The same, together with where in the text each unit of the folded one comes from. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  const places: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const part = fold(character)
    for (let unit = 0; unit < part.length; unit++) places.push(at)
    folded += part
    at += character.length
  }
  return { folded, places: [...places, text.length] }
}
