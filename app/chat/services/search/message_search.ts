import { setImmediate } from 'node:timers/promises'
import Message from '#chat/models/message'
import { mayContain } from '#chat/services/search/like'
import type { SearchHit } from '#chat/services/search/search_hit'
import type { SearchTerms } from '#chat/services/search/search_terms'

/** Messages that one statement looks at: few enough for everybody else to get their turn (SQLite). */
const AT_A_TIME = 4000

/** A conversation whose messages are looked through, and how many it may have. */
export interface Thread {
  id: number
  lastSeq: number
}

/** What is asked for of a message to decide whether it is what was looked for. */
export type Candidate = Pick<Message, 'conversationId' | 'seq' | 'visibility' | 'content'>

/** A stretch of some threads that one statement looks at. */
interface Slice {
  ids: number[]
  /** Of a thread too long for one statement: from which place to which. */
  seqs?: [from: number, to: number]
}

/** Looks through what was said in given conversations, notes included, but for lines of the system. */
export class MessageSearch {
  /** The newest message of each conversation that matches. The event loop gets its turn in between. */
  async newestHits(threads: Thread[], terms: SearchTerms): Promise<Map<number, SearchHit>> {
    const hits = new Map<number, SearchHit>()
    for (const slice of slicesOf(threads)) {
      if (slice.seqs && hits.has(slice.ids[0])) continue
      keepNewest(hits, await this.#candidates(slice, terms), terms)
      await setImmediate()
    }
    return hits
  }

  #candidates({ ids, seqs }: Slice, terms: SearchTerms) {
    const query = Message.query()
    const { sql, bindings } = mayContain(terms, ['content'], query.client.dialect.name !== 'mysql')
    query.whereIn('conversation_id', ids).whereNot('type', 'event').whereRaw(sql, bindings)
    if (seqs) query.whereBetween('seq', seqs)
    return query
      .select('conversation_id as conversationId', 'seq', 'visibility', 'content')
      .pojo<Candidate>()
  }
}

/** Adds those that match to the hits: of each conversation, the newest. */
export function keepNewest(hits: Map<number, SearchHit>, found: Candidate[], terms: SearchTerms) {
  for (const { conversationId, seq, visibility, content } of found) {
    const known = hits.get(conversationId)
    if ((known && known.seq! > seq) || !terms.inMessage(content)) continue
    const where = visibility === 'internal' ? 'note' : 'message'
    hits.set(conversationId, { in: where, text: content, seq })
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
