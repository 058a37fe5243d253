import { INBOX_FILTERS, type InboxFilter } from '#chat/services/inbox'
import { inboxQuery, isNarrowed, type InboxAddress } from '#chat/services/inbox_address'
import { badge } from '#chat/presenters/names'

const LABELS: Record<InboxFilter, string> = {
  open: 'Open',
  mine: 'Mine',
  unassigned: 'Unassigned',
  pending: 'Pending',
  active: 'Active',
  waiting: 'Waiting for visitor',
  resolved: 'Resolved',
  closed: 'Closed',
  archived: 'Archived',
}

/** What an empty list of each filter says. */
const EMPTY: Record<InboxFilter, [title: string, text: string]> = {
  open: ['All caught up', 'Nobody is waiting. New conversations appear here by themselves.'],
  mine: ['Nothing on your desk', 'Take one from Unassigned, or wait until you are given one.'],
  unassigned: ['Everything is taken', 'Each open conversation has somebody who looks after it.'],
  pending: ['Nobody is waiting for an agent', 'New conversations start here.'],
  active: ['No active conversations', 'Those in which it is our turn appear here.'],
  waiting: ['No open questions to visitors', 'After a reply a conversation waits here.'],
  resolved: ['Nothing resolved yet', 'Resolved conversations are kept here.'],
  closed: ['Nothing closed yet', 'Closed conversations are kept here.'],
  archived: ['The archive is empty', 'What you archive is kept here, out of sight.'],
}

const NOTHING_FITS = ['Nothing fits', 'No conversation matches all of these filters.'] as const

const TABS = ['open', 'mine', 'unassigned'] as const

export type FilterCounts = Record<(typeof TABS)[number], number>

/** The three tabs with their counts, and the menu with the others; each keeps what the list is narrowed to. */
export function presentFilters(address: InboxAddress, counts: FilterCounts) {
  const entry = (filter: InboxFilter) => {
    const query = inboxQuery({ ...address, filter })
    const isCurrent = filter === address.filter
    return { filter, query, url: `/chat?${query}`, label: LABELS[filter], isCurrent }
  }
  const others = INBOX_FILTERS.filter((filter) => !TABS.some((tab) => tab === filter)).map(entry)
  const chosen = others.find(({ isCurrent }) => isCurrent)
  return {
    filter: address.filter,
    query: inboxQuery(address),
    label: LABELS[address.filter],
    tabs: TABS.map((tab) => ({ ...entry(tab), count: presentCount(counts[tab]) })),
    others,
    moreLabel: chosen?.label ?? 'More',
    isOther: chosen !== undefined,
  }
}

export function presentCounts(counts: FilterCounts) {
  return Object.fromEntries(TABS.map((tab) => [tab, presentCount(counts[tab])]))
}

export function presentEmptyList(address: InboxAddress) {
  const [title, text] = isNarrowed(address) ? NOTHING_FITS : EMPTY[address.filter]
  return { title, text }
}

const presentCount = (count: number) => (count > 0 ? badge(count) : '')
