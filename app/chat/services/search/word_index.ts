import Message from '#chat/models/message'
import { keepNewest, type Candidate } from '#chat/services/search/message_search'
import type { SearchHit } from '#chat/services/search/search_hit'
import { isSpaceless, type SearchTerms } from '#chat/services/search/search_terms'

/** More messages than this, and one finds them sooner by looking through the newest. */
const MOST = 1000

/** For how long the database may look. */
const GIVE_UP_AFTER_MS = 100

/** "Statement took too long", as MariaDB, its index of words (an unknown error) and MySQL say it. */
const TOO_LONG = [1969, 188, 3024]

const MOST_LETTERS = 84

/** Words that InnoDB leaves out of its indexes. */
const LEFT_OUT =
  'a about an are as at be by com de en for from how i in is it la of on or that the this to was what when where who will with und www'.split(
    ' '
  )

/** The index of words that MySQL and MariaDB keep of all messages. */
export class WordIndex {
  #shortest?: number

  /**
   * The newest message of each conversation of the tenant that matches: all of them, or null when
   * the index does not know, because there are too many, or it holds no such words: short ones and
   * common ones, or those of scripts without spaces.
   */
  async newestHits(tenantId: string, terms: SearchTerms): Promise<Map<number, SearchHit> | null> {
    const { client } = Message.query()
    if (client.dialect.name !== 'mysql') return null
    const words = wordsOf(terms, await this.#shortestWord())
    if (words.length === 0) return null
    try {
      const [found] = await client.rawQuery<[Candidate[]]>(statement(), [
        words.map((word) => `+${word}*`).join(' '),
        tenantId,
        MOST + 1,
      ])
      if (found.length > MOST) return null
      const hits = new Map<number, SearchHit>()
      keepNewest(hits, found, terms)
      return hits
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

/** MariaDB limits a statement's time by what stands before it, MySQL by a hint; each ignores the other's. */
const statement = () =>
  `/*M! SET STATEMENT max_statement_time=${GIVE_UP_AFTER_MS / 1000} FOR */
   SELECT /*+ MAX_EXECUTION_TIME(${GIVE_UP_AFTER_MS}) */
     conversation_id AS conversationId, seq, visibility, content
   FROM ${Message.table}
   WHERE MATCH(content) AGAINST (? IN BOOLEAN MODE) AND tenant_id = ? AND type <> 'event'
   LIMIT ?`

/** Letters and digits alone are left of the terms, so nothing in them can be an operator. */
function wordsOf({ terms }: SearchTerms, shortest: number): string[] {
  const words = terms.flatMap(({ text }) => text.split(/[^\p{L}\p{N}_]+/u))
  return words.filter((word) => {
    const isKept = [...word].length >= shortest && word.length <= MOST_LETTERS
    return isKept && !isSpaceless(word) && !beginsLeftOut(word.toLowerCase())
  })
}

const beginsLeftOut = (word: string) => LEFT_OUT.some((each) => each.startsWith(word))
