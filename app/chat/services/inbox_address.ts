import { PRIORITIES, type Priority } from '#chat/models/conversation'
import { INBOX_SORTS, type InboxSort } from '#chat/services/inbox_order'
import { INBOX_FILTERS, type InboxFilter } from '#chat/services/inbox_scope'
import { toQuery } from '#chat/services/search/search_terms'

/** The filters of an inbox as an address says them: by ids that may travel, none of them checked yet. */
export interface InboxAddress {
  filter: InboxFilter
  /** A widget's external id. */
  widget?: string
  /** A label's external id. */
  label?: string
  /** An agent's external id, `me` or `nobody`. */
  agent?: string
  priority?: Priority
  /** Left out for the newest first. */
  sort?: InboxSort
  /** What is searched for. */
  q?: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const NARROWING = ['widget', 'label', 'agent', 'priority', 'q'] as const
const WRITTEN = ['widget', 'label', 'agent', 'priority', 'sort', 'q'] as const

/**
 * Reads the filters out of a query; what makes no sense is left out. No filter means the open ones,
 * or, of a search, all: whoever searches looks for what has ended as well.
 */
export function toInboxAddress(query: Record<string, unknown>): InboxAddress {
  const q = toQuery(query.q)
  const filter = INBOX_FILTERS.find((each) => each === query.filter) ?? (q ? 'all' : 'open')
  const address: InboxAddress = { filter }
  if (isUuid(query.widget)) address.widget = query.widget
  if (isUuid(query.label)) address.label = query.label
  if (isUuid(query.agent) || query.agent === 'me' || query.agent === 'nobody') {
    address.agent = query.agent
  }
  const priority = PRIORITIES.find((each) => each === query.priority)
  if (priority) address.priority = priority
  const sort = INBOX_SORTS.find((each) => each === query.sort)
  if (sort && sort !== 'newest') address.sort = sort
  if (q) address.q = q
  return address
}

/** The one way in which an address is written, so that equal ones are equal texts: `filter=…&label=…`. */
export function inboxQuery(address: InboxAddress): string {
  const pairs = WRITTEN.filter((name) => address[name]).map((name) => [name, address[name]!])
  return new URLSearchParams([['filter', address.filter], ...pairs]).toString()
}

/** Whether there is more to an address than its status filter. */
export const isNarrowed = (address: InboxAddress) => NARROWING.some((name) => address[name])

const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)
