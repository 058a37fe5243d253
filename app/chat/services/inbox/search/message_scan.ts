import { setImmediate } from 'node:timers/promises'
import Message from '#chat/models/message'
import { mayContain } from '#chat/services/inbox/search/like'
import type { SearchMatch } from '#chat/services/inbox/search/search_match'
import type { SearchTerms } from '#chat/services/inbox/search/search_terms'
import { dialectOf } from '#chat/support/dialects'

/** Messages per statement: other requests run in between (SQLite runs in this process). */
const AT_A_TIME = 4000

/** A conversation to search, and an upper bound of its number of messages. */
export interface Thread {
  id: number
  lastSeq: number
}

/** The columns of a message that a search reads. */
export type Candidate = Pick<Message, 'conversationId' | 'seq' | 'visibility' | 'content'>

/** The part of some threads that one statement reads. */
interface Slice {
  ids: number[]
  /** Of a thread too long for one statement: the range of `seq`. */
  seqs?: [from: number, to: number]
}

/** Searches the messages of given conversations, notes included, system lines excluded. */
export class MessageScan {
  /** The newest matching message of each conversation. Yields to the event loop in between. */
  async newestMatches(threads: Thread[], terms: SearchTerms): Promise<Map<number, SearchMatch>> {
    const matches = new Map<number, SearchMatch>()
    for (const slice of slicesOf(threads)) {
      if (slice.seqs && matches.has(slice.ids[0])) continue
      keepNewest(matches, await this.#candidates(slice, terms), terms)
      await setImmediate()
    }
    return matches
  }

  #candidates({ ids, seqs }: Slice, terms: SearchTerms) {
    const query = Message.query()
    const { sql, bindings } = mayContain(terms, ['content'], dialectOf(query.client))
    query.whereIn('conversation_id', ids).whereNot('type', 'event').whereRaw(sql, bindings)
    if (seqs) query.whereBetween('seq', seqs)
    return query
      .select('conversation_id as conversationId', 'seq', 'visibility', 'content')
      .pojo<Candidate>()
  }
}

/** Adds the newest matching message of each conversation. */
export function keepNewest(
  matches: Map<number, SearchMatch>,
  found: Candidate[],
  terms: SearchTerms
) {
  for (const { conversationId, seq, visibility, content } of found) {
    const known = matches.get(conversationId)
    if ((known && known.seq! > seq) || !terms.inMessage(content)) continue
    const where = visibility === 'internal' ? 'note' : 'message'
    matches.set(conversationId, { in: where, text: content, seq })
  }
}

/** Short threads together, long ones in parts, the newest part first. */
function* slicesOf(threads: Thread[]): Generator<Slice> {
  let ids: number[] = []
  let size = 0
  for (const { id, lastSeq } of threads) {
    for (let to = lastSeq; lastSeq > AT_A_TIME && to > 0; to -= AT_A_TIME) {
      yield { ids: [id], seqs: [Math.max(1, to - AT_A_TIME + 1), to] }
    }
    if (lastSeq > AT_A_TIME) continue
    if (size + lastSeq > AT_A_TIME) {
      yield { ids }
      ids = []
      size = 0
    }
    ids.push(id)
    size += lastSeq
  }
  if (ids.length > 0) yield { ids }
}
