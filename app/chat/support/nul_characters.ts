/** Stands for what cannot be read. */
export const UNREADABLE = '\ufffd'

/** The control character that stands for one which cannot be kept. */
export const SUBSTITUTE = '\u001a'

/** A request's input with other text in place of each NUL, which PostgreSQL refuses in text. */
export function replaceNul<T extends object>(input: T, by: string): T {
  const json = JSON.stringify(input)
  if (!json.includes('\\u0000')) return input
  return JSON.parse(json, (_key, value) =>
    typeof value === 'string' ? value.replaceAll('\0', by) : value
  )
}
