import { PRIORITIES, type Priority } from '#chat/models/conversation'
import { isUuid } from '#chat/models/reference'
import { INBOX_SORTS, type InboxSort } from '#chat/services/inbox/inbox_order'
import { INBOX_FILTERS, type InboxFilter } from '#chat/services/inbox/inbox_scope'
import { toQuery } from '#chat/services/inbox/search/search_terms'

/** The inbox's filters as a query string names them, by external ids; none of them is verified yet. */
export interface InboxQuery {
  filter: InboxFilter
  /** A widget's external id. */
  widget?: string
  /** A label's external id. */
  label?: string
  /** An agent's external id, `me` or `unassigned`. */
  agent?: string
  priority?: Priority
  /** Newest first when omitted. */
  sort?: InboxSort
  /** The search text. */
  q?: string
}

const FILTER_NAMES = ['widget', 'label', 'agent', 'priority', 'q'] as const
const QUERY_NAMES = ['widget', 'label', 'agent', 'priority', 'sort', 'q'] as const

/**
 * Reads the filters of a query string and drops invalid ones. Without a filter, a list shows open conversations and a
 * search covers all, ended ones included.
 */
export function toInboxQuery(query: Record<string, unknown>): InboxQuery {
  const q = toQuery(query.q)
  const filter = INBOX_FILTERS.find((each) => each === query.filter) ?? (q ? 'all' : 'open')
  const address: InboxQuery = { filter }
  if (isUuid(query.widget)) address.widget = query.widget
  if (isUuid(query.label)) address.label = query.label
  if (isUuid(query.agent) || query.agent === 'me' || query.agent === 'unassigned') {
    address.agent = query.agent
  }
  const priority = PRIORITIES.find((each) => each === query.priority)
  if (priority) address.priority = priority
  const sort = INBOX_SORTS.find((each) => each === query.sort)
  if (sort && sort !== 'newest') address.sort = sort
  if (q) address.q = q
  return address
}

/** The canonical query string: equal filters give equal strings, such as `filter=…&label=…`. */
export function inboxQuery(address: InboxQuery): string {
  const query = new URLSearchParams({ filter: address.filter })
  for (const name of QUERY_NAMES) if (address[name]) query.append(name, address[name])
  return query.toString()
}

/** Whether a query has filters besides the status filter. */
export const isFiltered = (address: InboxQuery) => FILTER_NAMES.some((name) => address[name])
