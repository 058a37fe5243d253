import type { DateTime } from 'luxon'
import type Conversation from '#chat/models/conversation'
import { cursorAt, isAfter, placesOf, type Place } from '#chat/services/inbox_places'
import { inScope, type InboxScope } from '#chat/services/inbox_scope'
import { BEGINNING, type PageCursor } from '#chat/services/page_cursor'
import { MessageSearch } from '#chat/services/search/message_search'
import { SaidSearch } from '#chat/services/search/said_search'
import { hitOfIdentity, type SearchHit } from '#chat/services/search/search_hit'
import type { SearchTerms } from '#chat/services/search/search_terms'
import { VisitorSearch } from '#chat/services/search/visitor_search'

export interface FoundPage {
  ids: number[]
  /** Of those that were found by what was said in them. */
  hits: Map<number, SearchHit>
  next: PageCursor | null
  /** When older conversations have not been looked at: those since then have. */
  lookedBackTo: DateTime | null
}

interface Request {
  terms: SearchTerms
  after: PageCursor | null
  limit: number
}

/**
 * Search in the inbox (I3): the conversation of a number on top, then those of visitors who are called
 * so, then those in which it was said, each part in the list's order. What one page looks at is
 * bounded, whatever the size of the tables.
 */
export class InboxSearch {
  #visitors = new VisitorSearch()
  #said = new SaidSearch()
  #messages = new MessageSearch()

  async page(tenantId: string, scope: InboxScope, request: Request): Promise<FoundPage> {
    const { terms, after, limit } = request
    const [visitors, numbered] = await Promise.all([
      this.#visitors.find(tenantId, terms),
      this.#numbered(tenantId, scope, terms),
    ])
    const theirs = await placesOf(tenantId, scope, 'visitor_id', visitors.ids)
    const known = [...numbered, ...theirs.filter(({ id }) => id !== numbered[0]?.id)]

    const isFirst = after === null
    const isSaid = after?.isSaid ?? false
    const left = isSaid ? [] : known.filter((each) => isFirst || isLeft(each, numbered, after))
    const who = left.slice(0, limit)
    if (left.length > limit) return foundPage(who, afterThese(who, numbered))
    if (left.length === limit) return foundPage(who, { ...BEGINNING, isSaid: true })

    const said = await this.#said.find(tenantId, scope, {
      terms,
      after: isSaid ? after : null,
      limit: limit - who.length,
      except: new Set(known.map(({ id }) => id)),
      isExceptComplete: visitors.isComplete,
    })
    const page = foundPage([...who, ...said.places], said.next, said.hits)
    return { ...page, lookedBackTo: said.isCutShort ? said.next!.moment : null }
  }

  /** Of the given conversations, with their visitors loaded, those that match, and why. */
  async among(conversations: Conversation[], terms: SearchTerms) {
    const others = conversations.filter((each) => !hitOfIdentity(each, terms))
    return this.#messages.newestHits(others, terms)
  }

  async #numbered(tenantId: string, scope: InboxScope, terms: SearchTerms): Promise<Place[]> {
    if (terms.number === null) return []
    const [found] = await inScope(tenantId, scope).where('number', terms.number).limit(1)
    return found ? [{ id: found.id, at: found.lastMessageAt.toMillis() }] : []
  }
}

const isLeft = (place: Place, numbered: Place[], after: PageCursor) =>
  place !== numbered[0] && isAfter(place, after)

/** The conversation of the number stands above the list's order, wherever it would be in it. */
function afterThese(places: Place[], numbered: Place[]): PageCursor {
  const last = places[places.length - 1]
  return last === numbered[0] ? BEGINNING : cursorAt(last)
}

const foundPage = (
  places: Place[],
  next: PageCursor | null,
  hits = new Map<number, SearchHit>()
): FoundPage => ({ ids: places.map(({ id }) => id), hits, next, lookedBackTo: null })
