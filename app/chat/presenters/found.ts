import { inboxQuery, type InboxAddress } from '#chat/services/inbox_address'
import type { InboxPage } from '#chat/services/inbox'
import type { ViewerClock } from '#chat/presenters/viewer_clock'

/** The way to the next page; of a search that has not looked at everything, how far it has. */
export function presentMore(page: InboxPage, address: InboxAddress, clock: ViewerClock) {
  const { nextCursor, lookedBackTo } = page
  if (!nextCursor) return null
  return {
    url: `/chat?${inboxQuery(address)}&cursor=${nextCursor}`,
    label: lookedBackTo ? 'Search older ones' : 'Load more',
    note: lookedBackTo && `Searched back to ${clock.date(lookedBackTo)}.`,
  }
}

/** What a search has come to, for those who do not see the list change; empty without a search. */
export function presentFound({ conversations, nextCursor }: InboxPage, address: InboxAddress) {
  if (!address.q) return ''
  const { length } = conversations
  if (length === 0) return nextCursor ? 'Nothing found among the newest' : 'Nothing found'
  const what = length === 1 ? 'conversation' : 'conversations'
  return `${length} ${what} found${nextCursor ? ' so far' : ''}`
}
