/** A message as an email quotes it. */
export interface MailQuote {
  name: string
  text: string
}

/** The beginning of a message, at most so many characters of it and never a part of one. */
export function cutTo(length: number, content: string) {
  const characters = [...content.trim()]
  return characters.length <= length
    ? characters.join('')
    : `${characters.slice(0, length - 1).join('')}…`
}

/** Quotes in an email's text part. */
export const plainQuotes = (quotes: MailQuote[]) =>
  quotes.map(({ name, text }) => `${name}:\n${text}`)
