import Message from '#chat/models/message'
import { keepNewest, type Candidate } from '#chat/services/inbox/search/message_scan'
import type { SearchMatch } from '#chat/services/inbox/search/search_match'
import { isSpaceless, type SearchTerms } from '#chat/services/inbox/search/search_terms'
import { dialectOf } from '#chat/support/dialects'

/** With more matching messages than this, reading the newest ones is faster. */
const MOST = 1000

/** The database's time limit for a lookup. */
const GIVE_UP_AFTER_MS = 100

/** "Statement took too long" in MariaDB, in its full-text index (an unknown error) and in MySQL. */
const TOO_LONG = [1969, 188, 3024]

const MOST_LETTERS = 84

/** InnoDB's default stopwords. */
const LEFT_OUT =
  'a about an are as at be by com de en for from how i in is it la of on or that the this to was what when where who will with und www'.split(
    ' '
  )

/** The full-text index of messages in MySQL and MariaDB. */
export class WordIndex {
  #shortest?: number

  /**
   * The newest matching message of each of the tenant's conversations. Null when the index cannot answer: too many
   * matches, short or common words, or a script without spaces.
   */
  async newestMatches(
    tenantId: string,
    terms: SearchTerms
  ): Promise<Map<number, SearchMatch> | null> {
    const { client } = Message.query()
    if (!dialectOf(client).hasWordIndex) return null
    const words = wordsOf(terms, await this.#shortestWord())
    if (words.length === 0) return null
    try {
      const [found] = await client.rawQuery<[Candidate[]]>(statement(), [
        words.map((word) => `+${word}*`).join(' '),
        tenantId,
        MOST + 1,
      ])
      if (found.length > MOST) return null
      const matches = new Map<number, SearchMatch>()
      keepNewest(matches, found, terms)
      return matches
    } catch (error) {
      if (TOO_LONG.includes((error as { errno?: number }).errno ?? 0)) return null
      throw error
    }
  }

  async #shortestWord(): Promise<number> {
    if (this.#shortest) return this.#shortest
    const { client } = Message.query()
    const [[{ size }]] = await client.rawQuery('select @@innodb_ft_min_token_size as size')
    return (this.#shortest = Number(size))
  }
}

/** MariaDB limits a statement's time by a prefix, MySQL by a hint; each ignores the other's. */
const statement = () =>
  `/*M! SET STATEMENT max_statement_time=${GIVE_UP_AFTER_MS / 1000} FOR */
   SELECT /*+ MAX_EXECUTION_TIME(${GIVE_UP_AFTER_MS}) */
     conversation_id AS conversationId, seq, visibility, content
   FROM ${Message.table}
   WHERE MATCH(content) AGAINST (? IN BOOLEAN MODE) AND tenant_id = ? AND type <> 'event'
   LIMIT ?`

/** The terms' letters and digits only, so that no operator of the index remains. */
function wordsOf({ terms }: SearchTerms, shortest: number): string[] {
  const words = terms.flatMap(({ text }) => text.split(/[^\p{L}\p{N}_]+/u))
  return words.filter((word) => {
    const isKept = [...word].length >= shortest && word.length <= MOST_LETTERS
    return isKept && !isSpaceless(word) && !beginsLeftOut(word.toLowerCase())
  })
}

const beginsLeftOut = (word: string) => LEFT_OUT.some((each) => each.startsWith(word))
