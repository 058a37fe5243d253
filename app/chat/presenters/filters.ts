import { labelOf } from '#chat/support/status_labels'
import { INBOX_FILTERS, type InboxFilter } from '#chat/services/inbox/inbox_scope'
import { inboxQuery, isFiltered, type InboxQuery } from '#chat/services/inbox/inbox_query'
import { MAX_QUERY } from '#chat/services/inbox/search/search_terms'
import { badge } from '#chat/presenters/names'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

const TABS = ['open', 'mine', 'unassigned'] as const

const labelOfFilter = (filter: InboxFilter) =>
  filter === 'all' || TABS.includes(filter as (typeof TABS)[number])
    ? text(`inbox.list.filters.${filter as 'all' | (typeof TABS)[number]}`)
    : labelOf(filter)

/** The number of conversations per tab; null under a search, which the numbers would not be about. */
export type FilterCounts = Record<(typeof TABS)[number], number> | null

/** The tabs with their counts, and the menu with the others; each keeps the other filters. */
export function presentFilters(address: InboxQuery, counts: FilterCounts) {
  const shown: readonly InboxFilter[] = address.q ? ['all', ...TABS] : TABS
  const countsOf = presentCounts(counts)
  const entry = (filter: InboxFilter) => {
    const query = inboxQuery({ ...address, filter })
    const isCurrent = filter === address.filter
    return {
      filter,
      query,
      url: chatUrl('chat.inbox.index', {}, query),
      label: labelOfFilter(filter),
      isCurrent,
    }
  }
  const others = INBOX_FILTERS.filter((filter) => !shown.includes(filter)).map(entry)
  const chosen = others.find(({ isCurrent }) => isCurrent)
  return {
    filter: address.filter,
    query: inboxQuery(address),
    label: labelOfFilter(address.filter),
    tabs: shown.map((tab) => ({ ...entry(tab), count: countsOf[tab] ?? '' })),
    others,
    moreLabel: chosen?.label ?? text('inbox.list.filters.more'),
    isOther: chosen !== undefined,
    search: presentSearch(address),
    exportUrl: chatUrl('chat.inbox.export', {}, inboxQuery(address)),
  }
}

export function presentCounts(counts: FilterCounts): Record<string, string> {
  return Object.fromEntries(TABS.map((tab) => [tab, counts ? presentCount(counts[tab]) : '']))
}

/** The search field, and what a form that is sent without a script keeps of the list. */
function presentSearch(address: InboxQuery) {
  const filter = address.q ? address.filter : 'all'
  const kept = new URLSearchParams(inboxQuery({ ...address, filter, q: undefined }))
  const clear = inboxQuery({ ...address, filter: 'open', q: undefined })
  return {
    q: address.q ?? '',
    maxLength: MAX_QUERY,
    kept: [...kept].map(([name, value]) => ({ name, value })),
    clearUrl: chatUrl('chat.inbox.index', {}, clear),
  }
}

export function presentEmptyList(address: InboxQuery) {
  if (address.q) return emptySearch(address)
  const reason = isFiltered(address) ? 'filtered' : address.filter
  return {
    title: text(`inbox.empty.${reason}.title`),
    text: text(`inbox.empty.${reason}.text`),
    icon: 'done',
    wider: null,
  }
}

/** A search without results: where filters were active, with a link that removes them. */
function emptySearch(address: InboxQuery) {
  const query = inboxQuery({ filter: 'all', q: address.q })
  const wider = {
    label: text('inbox.list.search.everywhere'),
    query,
    url: chatUrl('chat.inbox.index', {}, query),
  }
  return {
    title: text('inbox.list.search.nothing'),
    text: text('inbox.list.search.nothing_text'),
    icon: 'search',
    wider: query === inboxQuery(address) ? null : wider,
  }
}

const presentCount = (count: number) => (count > 0 ? badge(count) : '')
