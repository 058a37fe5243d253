import { INBOX_FILTERS, type InboxFilter } from '#chat/services/inbox'
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

const TABS = ['open', 'mine', 'unassigned'] as const

export type FilterCounts = Record<(typeof TABS)[number], number>

/** Reads a filter out of an address; anything unknown means the open ones. */
export function toFilter(value: unknown): InboxFilter {
  return INBOX_FILTERS.find((filter) => filter === value) ?? 'open'
}

/** The three tabs with their counts, and the menu with the others. */
export function presentFilters(current: InboxFilter, counts: FilterCounts) {
  const entry = (filter: InboxFilter) => ({
    filter,
    label: LABELS[filter],
    url: `/chat?filter=${filter}`,
    isCurrent: filter === current,
  })
  const others = INBOX_FILTERS.filter((filter) => !TABS.some((tab) => tab === filter)).map(entry)
  const chosen = others.find(({ isCurrent }) => isCurrent)
  return {
    current,
    label: LABELS[current],
    tabs: TABS.map((tab) => ({ ...entry(tab), count: presentCount(counts[tab]) })),
    others,
    moreLabel: chosen?.label ?? 'More',
    isOther: chosen !== undefined,
  }
}

export function presentCounts(counts: FilterCounts) {
  return Object.fromEntries(TABS.map((tab) => [tab, presentCount(counts[tab])]))
}

export function presentEmptyList(filter: InboxFilter) {
  const [title, text] = EMPTY[filter]
  return { title, text }
}

const presentCount = (count: number) => (count > 0 ? badge(count) : '')
