import type { SearchTerms, Term } from '#chat/services/search/search_terms'
import { fold } from '#chat/services/search/folding'

const ESCAPE = '!'

/** More than these would be asked of each row for little: the longest ones rule out the most. */
const MOST_TERMS = 3

/**
 * A text for MySQL, which compares sign by sign: what may be written in several signs, `ß` as `ss` and a
 * letter with its accent apart, may be anything.
 */
const roughly = (text: string) =>
  containing(text).replace(/ß|ss|\P{ASCII}/giu, (sign) => (isSeveral(sign) ? '%' : sign))

const isSeveral = (sign: string) =>
  /^(ß|ss)$/i.test(sign) || (sign.normalize('NFD') !== sign && !/\p{Script=Hangul}/u.test(sign))

/** A condition on a column, for a query that decides roughly; the terms themselves decide exactly. */
export interface Condition {
  sql: string
  bindings: string[]
}

/** A pattern for `LIKE … ESCAPE '!'` that finds a text as it is, wherever it stands. */
export const containing = (text: string) => `%${text.replace(/[!%_]/g, `${ESCAPE}$&`)}%`

/**
 * Lets everything through that may match. SQLite knows upper and lower case of ASCII alone: texts
 * with other characters all pass there, unless what is looked for has neither case nor accents.
 */
export function mayContain(terms: SearchTerms, columns: string[], isSqlite: boolean): Condition {
  const longest = [...terms.terms].sort((a, b) => b.text.length - a.text.length)
  const parts = longest.slice(0, MOST_TERMS).map((term) => {
    const each = columns.map((column) => columnMayContain(column, term, isSqlite))
    return {
      sql: `(${each.map(({ sql }) => sql).join(' or ')})`,
      bindings: each.flatMap(({ bindings }) => bindings),
    }
  })
  return {
    sql: parts.map(({ sql }) => sql).join(' and '),
    bindings: parts.flatMap(({ bindings }) => bindings),
  }
}

function columnMayContain(column: string, { text, folded }: Term, isSqlite: boolean): Condition {
  const like = `${column} like ? escape '${ESCAPE}'`
  if (!isSqlite) return { sql: like, bindings: [roughly(text)] }
  if (isCaseless(text)) return { sql: like, bindings: [containing(text)] }
  const isBeyondAscii = `length(${column}) < length(cast(${column} as blob))`
  return { sql: `(${like} or ${isBeyondAscii})`, bindings: [containing(folded)] }
}

const isCaseless = (text: string) =>
  fold(text) === text && text.toUpperCase() === text && /\P{ASCII}/u.test(text)
