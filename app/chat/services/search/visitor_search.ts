import { setImmediate } from 'node:timers/promises'
import Visitor from '#chat/models/visitor'
import { mayContain } from '#chat/services/search/like'
import type { SearchTerms } from '#chat/services/search/search_terms'

/** Visitors that one statement looks at: while SQLite does, nobody else gets their turn. */
const AT_A_TIME = { sqlite: 20_000, mysql: 100_000 }

/** Older ones are come upon among the conversations themselves. */
const LOOKED_AT = 400_000
const MOST = 500

/** Visitors who match. */
export interface FoundVisitors {
  ids: number[]
  /** Whether there are no others. */
  isComplete: boolean
}

/** Finds visitors by name and e-mail address, looking through an index that holds just these. */
export class VisitorSearch {
  /** The tenant's newest visitors who match; the event loop gets its turn in between. */
  async find(tenantId: string, terms: SearchTerms): Promise<FoundVisitors> {
    const [first, last] = [await endOf(tenantId, 'min'), await endOf(tenantId, 'max')]
    const ids: number[] = []

    const isSqlite = Visitor.query().client.dialect.name !== 'mysql'
    const size = AT_A_TIME[isSqlite ? 'sqlite' : 'mysql']
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
    const isSqlite = query.client.dialect.name !== 'mysql'
    const { sql, bindings } = mayContain(terms, ['name', 'email'], isSqlite)
    const rows = await query
      .where('tenant_id', tenantId)
      .whereBetween('id', [from, to])
      .whereRaw(sql, bindings)
      .orderBy('id', 'desc')
      .limit(MOST + 1)
      .select('id', 'name', 'email')
      .pojo<{ id: number; name: string | null; email: string | null }>()
    return rows.filter((visitor) => terms.inSomebody(visitor)).map(({ id }) => id)
  }
}

/** The tenant's first or last visitor; 0 while there are none. */
async function endOf(tenantId: string, end: 'min' | 'max'): Promise<number> {
  const query = Visitor.query().where('tenant_id', tenantId)
  const [{ id }] = await query[end]('id as id').pojo<{ id: number | null }>()
  return id ?? 0
}
