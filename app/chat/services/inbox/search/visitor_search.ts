import { setImmediate } from 'node:timers/promises'
import Visitor from '#chat/models/visitor'
import { mayContain } from '#chat/services/inbox/search/like'
import { searchIndexOf } from '#chat/services/inbox/search/index/search_indexes'
import type { FoundVisitors } from '#chat/services/inbox/search/found_visitors'
import type { SearchTerms } from '#chat/services/inbox/search/search_terms'
import { dialectOf } from '#chat/support/dialects'

/** Visitors per statement: an embedded database blocks every other request meanwhile. */
const AT_A_TIME = { embedded: 20_000, server: 100_000 }

/** Visitors to read at most; older ones are found while their conversations are read. */
const LOOKED_AT = 400_000
const MOST = 500

/** Finds visitors by name and email address: by the search index, or out of a database's index of just these columns. */
export class VisitorSearch {
  /** The tenant's newest matching visitors. Yields to the event loop in between. */
  async find(tenantId: string, terms: SearchTerms): Promise<FoundVisitors> {
    const indexed = searchIndexOf(Visitor.query().client)?.visitors(tenantId, terms, MOST)
    if (indexed) return indexed
    const [first, last] = [await endOf(tenantId, 'min'), await endOf(tenantId, 'max')]
    const ids: number[] = []

    const { isEmbedded } = dialectOf(Visitor.query().client)
    const size = AT_A_TIME[isEmbedded ? 'embedded' : 'server']
    const end = Math.max(first, last - LOOKED_AT, 1)
    let to = last
    while (to >= end && ids.length <= MOST) {
      ids.push(...(await this.#within(tenantId, terms, to - size + 1, to)))
      to -= size
      await setImmediate()
    }
    return { ids: ids.slice(0, MOST), isComplete: to < Math.max(first, 1) && ids.length <= MOST }
  }

  async #within(tenantId: string, terms: SearchTerms, from: number, to: number) {
    const query = Visitor.query()
    const { sql, bindings } = mayContain(terms, ['name', 'email'], dialectOf(query.client))
    const rows = await query
      .where('tenant_id', tenantId)
      .whereBetween('id', [from, to])
      .whereRaw(sql, bindings)
      .orderBy('id', 'desc')
      .limit(MOST + 1)
      .select('id', 'name', 'email')
      .pojo<{ id: number; name: string | null; email: string | null }>()
    return rows.filter((visitor) => terms.inVisitor(visitor)).map(({ id }) => id)
  }
}

/** The id of the tenant's first or last visitor; 0 when it has none. */
async function endOf(tenantId: string, end: 'min' | 'max'): Promise<number> {
  const query = Visitor.query().where('tenant_id', tenantId)
  const [{ id }] = await query[end]('id as id').pojo<{ id: number | null }>()
  return id ?? 0
}
