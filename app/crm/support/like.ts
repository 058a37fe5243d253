/** A pattern for `like ? escape '!'` that finds the text itself, whatever wildcards it contains. */
export function likePattern(text: string) {
  return `%${text.replace(/[!%_]/g, '!$&')}%`
}
