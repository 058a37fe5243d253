import Visitor from '#chat/models/visitor'
import { isSamePhone } from '#chat/models/contact_keys'
import { positionsOf, type Position } from '#chat/services/inbox/inbox_positions'
import { inScope, type InboxScope } from '#chat/services/inbox/inbox_scope'
import type { SearchTerms } from '#chat/services/inbox/search/search_terms'

/** Visitors with one address or phone number; of more, only the newest are exact matches. */
const MOST = 100

/** What a search text names exactly. */
export interface ExactMatches {
  /** The conversation with the number, if there is one, then those of the visitors, in the list's order. */
  positions: Position[]
  /** The conversation with the number. */
  numbered: Position | undefined
}

/** Finds what a whole conversation number, email address or phone number names: one look-up in an index each. */
export class ExactSearch {
  async find(tenantId: string, scope: InboxScope, terms: SearchTerms): Promise<ExactMatches> {
    const [numbered, visitors] = await Promise.all([
      this.#numbered(tenantId, scope, terms),
      this.#visitors(tenantId, terms),
    ])
    const theirs = await positionsOf(tenantId, scope, 'visitor_id', visitors)
    const others = theirs.filter(({ id }) => id !== numbered?.id)
    return { positions: numbered ? [numbered, ...others] : others, numbered }
  }

  async #numbered(tenantId: string, scope: InboxScope, { number }: SearchTerms) {
    if (number === null) return undefined
    const [found] = await inScope(tenantId, scope).where('number', number).limit(1)
    return found && { id: found.id, at: found.lastMessageAt.toMillis() }
  }

  /** The ids of the visitors with the address or phone number. */
  async #visitors(tenantId: string, { query, emailKey, phoneKey }: SearchTerms) {
    if (emailKey) return ids(await keyed(tenantId, { email_key: emailKey }))
    if (!phoneKey) return []
    const found = await keyed(tenantId, { phone_key: phoneKey })
    return ids(found.filter(({ phone }) => isSamePhone(phone, query)))
  }
}

type Key = { email_key: string } | { phone_key: string }

interface Keyed {
  id: number
  phone: string
}

const keyed = (tenantId: string, key: Key) =>
  Visitor.query()
    .where({ tenant_id: tenantId, ...key })
    .orderBy('id', 'desc')
    .limit(MOST)
    .select('id', 'phone')
    .pojo<Keyed>()

const ids = (visitors: Keyed[]) => visitors.map(({ id }) => id)
