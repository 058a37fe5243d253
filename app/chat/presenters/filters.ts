import { STATUS_LABELS } from '#chat/support/status_labels'
import { INBOX_FILTERS, type InboxFilter } from '#chat/services/inbox'
import { inboxQuery, isNarrowed, type InboxAddress } from '#chat/services/inbox_address'
import { MAX_QUERY } from '#chat/services/search/search_terms'
import { badge } from '#chat/presenters/names'

const LABELS: Record<InboxFilter, string> = {
  open: 'Open',
  mine: 'Mine',
  unassigned: 'Unassigned',
  ...STATUS_LABELS,
  all: 'All',
}

/** What an empty list of each filter says. */
const EMPTY: Record<InboxFilter, [title: string, text: string]> = {
  open: ['All caught up', 'Nobody is waiting. New conversations appear here by themselves.'],
  mine: ['Nothing on your desk', 'Take one from Unassigned, or wait until you are given one.'],
  unassigned: ['Everything is taken', 'Each open conversation has somebody who looks after it.'],
  pending: ['Nobody is waiting for an agent', 'New conversations start here.'],
  active: ['No active conversations', 'Those in which it is our turn appear here.'],
  waiting: [
    'No open questions to visitors',
    'After a reply a conversation is here until the visitor writes.',
  ],
  snoozed: [
    'Nothing is snoozed',
    'What you snooze comes back at its time, or when the visitor writes.',
  ],
  resolved: ['Nothing resolved yet', 'Resolved conversations are kept here.'],
  closed: ['Nothing closed yet', 'Closed conversations are kept here.'],
  archived: ['The archive is empty', 'What you archive is kept here, out of sight.'],
  all: ['No conversations yet', 'As soon as somebody writes, it appears here.'],
}

const NOTHING_FITS = ['Nothing fits', 'No conversation matches all of these filters.'] as const

const NOTHING_FOUND = [
  'Nothing found',
  'No number, name, e-mail address or message matches. Try the beginning of a word, or fewer words.',
] as const

const TABS = ['open', 'mine', 'unassigned'] as const

/** None under a search: what they would say is not about the search. */
export type FilterCounts = Record<(typeof TABS)[number], number> | null

/** The tabs with their counts, and the menu with the others; each keeps what the list is narrowed to. */
export function presentFilters(address: InboxAddress, counts: FilterCounts) {
  const shown: readonly InboxFilter[] = address.q ? ['all', ...TABS] : TABS
  const countsOf = presentCounts(counts)
  const entry = (filter: InboxFilter) => {
    const query = inboxQuery({ ...address, filter })
    const isCurrent = filter === address.filter
    return { filter, query, url: `/chat?${query}`, label: LABELS[filter], isCurrent }
  }
  const others = INBOX_FILTERS.filter((filter) => !shown.includes(filter)).map(entry)
  const chosen = others.find(({ isCurrent }) => isCurrent)
  return {
    filter: address.filter,
    query: inboxQuery(address),
    label: LABELS[address.filter],
    tabs: shown.map((tab) => ({ ...entry(tab), count: countsOf[tab] ?? '' })),
    others,
    moreLabel: chosen?.label ?? 'More',
    isOther: chosen !== undefined,
    search: presentSearch(address),
    exportUrl: `/chat/export.csv?${inboxQuery(address)}`,
  }
}

export function presentCounts(counts: FilterCounts): Record<string, string> {
  return Object.fromEntries(TABS.map((tab) => [tab, counts ? presentCount(counts[tab]) : '']))
}

/** The search field, and what a form that is sent without a script keeps of the list. */
function presentSearch(address: InboxAddress) {
  const filter = address.q ? address.filter : 'all'
  const kept = new URLSearchParams(inboxQuery({ ...address, filter, q: undefined }))
  const clear = inboxQuery({ ...address, filter: 'open', q: undefined })
  return {
    q: address.q ?? '',
    maxLength: MAX_QUERY,
    kept: [...kept].map(([name, value]) => ({ name, value })),
    clearUrl: `/chat?${clear}`,
  }
}

export function presentEmptyList(address: InboxAddress) {
  if (address.q) return emptySearch(address)
  const [title, text] = isNarrowed(address) ? NOTHING_FITS : EMPTY[address.filter]
  return { title, text, icon: 'done', wider: null }
}

/** Where a search was narrowed, the way out. */
function emptySearch(address: InboxAddress) {
  const [title, text] = NOTHING_FOUND
  const query = inboxQuery({ filter: 'all', q: address.q })
  const wider = { label: 'Search all conversations', query, url: `/chat?${query}` }
  return { title, text, icon: 'search', wider: query === inboxQuery(address) ? null : wider }
}

const presentCount = (count: number) => (count > 0 ? badge(count) : '')
