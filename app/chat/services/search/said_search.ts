import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import { cursorAt, isAfter, placesInOrder, placesOf, type Place } from '#chat/services/inbox_places'
import type { InboxScope } from '#chat/services/inbox_scope'
import type { PageCursor } from '#chat/services/page_cursor'
import { MessageSearch } from '#chat/services/search/message_search'
import type { SearchHit } from '#chat/services/search/search_hit'
import type { SearchTerms } from '#chat/services/search/search_terms'
import { WordIndex } from '#chat/services/search/word_index'

/** Conversations that are looked at together: few at first, since common words are found soon. */
const FIRST = 50
const MOST_AT_A_TIME = 400

/** Messages that are looked at before the index of words is asked: common words need no index. */
const PROBED = 4_000

/** With so many found by then, looking on is sooner done than asking the index. */
const COMMON = 8

/** Messages that one page looks at, so that a search for nothing comes to an end. */
const LOOKED_AT = 60_000

export interface SaidRequest {
  terms: SearchTerms
  after: PageCursor | null
  limit: number
  /** Those that a search has found already, by who it was. */
  except: Set<number>
  /** Whether `except` holds all of these; if not, others are told here. */
  isExceptComplete: boolean
}

export interface SaidResult {
  /** In the list's order. */
  places: Place[]
  hits: Map<number, SearchHit>
  /** Where to go on; null at the end of the list. */
  next: PageCursor | null
  /** Whether older conversations have not been looked at, though the page is not full. */
  isCutShort: boolean
}

interface Thread extends Place {
  lastSeq: number
  name: string | null
  email: string | null
}

/**
 * Finds conversations by what was said in them, the newest first: looks through the conversations in
 * the list's order, which is all it takes for words in use, and for rare ones asks the database's
 * index of words, where it has one.
 */
export class SaidSearch {
  #messages = new MessageSearch()
  #words = new WordIndex()

  async find(tenantId: string, scope: InboxScope, request: SaidRequest): Promise<SaidResult> {
    const { terms, limit, except } = request
    const places: Place[] = []
    const hits = new Map<number, SearchHit>()
    let at = request.after
    let looked = 0
    let mayAskIndex = request.isExceptComplete

    for (let size = FIRST; ; size = Math.min(size * 2, MOST_AT_A_TIME)) {
      const batch = await placesInOrder(tenantId, scope, at, size)
      const threads = await threadsAt(batch.filter(({ id }) => !except.has(id)))
      const found = await this.#messages.newestHits(threads, terms)
      for (const [id, hit] of found) hits.set(id, hit)
      places.push(...threads.filter((thread) => found.has(thread.id) || isUntold(thread, request)))
      at = placeOf(batch.at(-1)) ?? at
      looked += threads.reduce((sum, { lastSeq }) => sum + lastSeq, 0)

      if (places.length > limit || batch.length < size) return pageOf(places, hits, limit, null)
      if (mayAskIndex && looked >= PROBED && places.length < COMMON) {
        mayAskIndex = false
        const all = await this.#words.newestHits(tenantId, terms)
        if (all) {
          const rest = await placesOf(tenantId, scope, 'id', [...all.keys()])
          places.push(
            ...rest.filter((place) => (!at || isAfter(place, at)) && !except.has(place.id))
          )
          return pageOf(places, new Map([...all, ...hits]), limit, null)
        }
      }
      if (looked >= LOOKED_AT) return pageOf(places, hits, limit, at)
    }
  }
}

/** Somebody whom the search would have found by who they are, had it gone so far back. */
const isUntold = (thread: Thread, { terms, isExceptComplete }: SaidRequest) =>
  !isExceptComplete && terms.inSomebody(thread)

function pageOf(
  places: Place[],
  hits: Map<number, SearchHit>,
  limit: number,
  frontier: PageCursor | null
): SaidResult {
  const isFull = places.length > limit
  const page = places.slice(0, limit)
  const next = isFull ? placeOf(page.at(-1))! : frontier
  return { places: page, hits, next, isCutShort: !isFull && frontier !== null }
}

const placeOf = (place?: Place): PageCursor | null =>
  place ? { ...cursorAt(place), isSaid: true } : null

/** What there is to look at in each place, in the same order. */
async function threadsAt(places: Place[]): Promise<Thread[]> {
  const { table } = Conversation
  const rows = await Conversation.query()
    .join(Visitor.table, `${Visitor.table}.id`, `${table}.visitor_id`)
    .whereIn(
      `${table}.id`,
      places.map(({ id }) => id)
    )
    .select(`${table}.id`, `${table}.last_seq as lastSeq`, 'name', 'email')
    .pojo<Omit<Thread, 'at'>>()
  const known = new Map(rows.map((row) => [row.id, row]))
  return places.flatMap((place) => {
    const row = known.get(place.id)
    return row ? [{ ...row, at: place.at }] : []
  })
}
