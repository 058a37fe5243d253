import type { SearchTerms, Term } from '#chat/services/inbox/search/search_terms'
import { fold } from '#chat/services/inbox/search/folding'
import type { Dialect } from '#chat/support/dialects'

/** More terms cost time on each row and rule out little; the longest ones rule out the most. */
const MOST_TERMS = 3

/**
 * A pattern for MySQL, which compares character by character: characters with several spellings, such as `ß` as `ss`
 * or a letter with a separate accent, become wildcards.
 */
const roughly = (text: string) =>
  containing(text).replace(/ß|ss|\P{ASCII}/giu, (sign) => (isSeveral(sign) ? '%' : sign))

const isSeveral = (sign: string) =>
  /^(ß|ss)$/i.test(sign) || (sign.normalize('NFD') !== sign && !/\p{Script=Hangul}/u.test(sign))

/** An approximate condition on a column; the search terms then decide exactly. */
export interface Condition {
  sql: string
  bindings: string[]
}

/** A pattern for `Dialect.contains` that finds a text literally, anywhere in the column. */
export const containing = (text: string) => `%${text.replace(/[!%_]/g, '!$&')}%`

/**
 * A condition that every match fulfils, and some other rows too. Where the database folds the case of ASCII only, texts
 * with other characters all pass, unless the term has neither case nor accents.
 */
export function mayContain(terms: SearchTerms, columns: string[], dialect: Dialect): Condition {
  const longest = [...terms.terms].sort((a, b) => b.text.length - a.text.length)
  const parts = longest.slice(0, MOST_TERMS).map((term) => {
    const each = columns.map((column) => columnMayContain(column, term, dialect))
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

function columnMayContain(column: string, { text, folded }: Term, dialect: Dialect): Condition {
  const like = dialect.contains(column)
  if (dialect.foldsEveryLetter) return { sql: like, bindings: [roughly(text)] }
  if (isCaseless(text)) return { sql: like, bindings: [containing(text)] }
  const isBeyondAscii = `length(${column}) < octet_length(${column})`
  return { sql: `(${like} or ${isBeyondAscii})`, bindings: [containing(folded)] }
}

const isCaseless = (text: string) =>
  fold(text) === text && text.toUpperCase() === text && /\P{ASCII}/u.test(text)
