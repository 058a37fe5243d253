import { inboxQuery, type InboxQuery } from '#chat/services/inbox/inbox_query'
import type { InboxPage } from '#chat/services/inbox/inbox_lists'
import type { ListRow } from '#chat/services/inbox/row_parts'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

/** The way to the next page; of a search that has not looked at everything, how far it has. */
export function presentMore(page: InboxPage<ListRow>, address: InboxQuery, clock: ViewerClock) {
  const { nextCursor, lookedBackTo, isExactOnly } = page
  if (!nextCursor) return null
  return {
    url: chatUrl('chat.inbox.index', {}, `${inboxQuery(address)}&cursor=${nextCursor}`),
    /** Whether a script loads the next page without waiting to be asked. */
    isFollowing: isExactOnly,
    label: text(labelOf(page)),
    note: lookedBackTo && text('inbox.list.search.back_to', { date: clock.date(lookedBackTo) }),
  }
}

function labelOf({ lookedBackTo, isExactOnly }: InboxPage<ListRow>) {
  if (isExactOnly) return 'inbox.list.search.further'
  return lookedBackTo ? 'inbox.list.search.older' : 'inbox.list.load_more'
}

/**
 * What a search has come to, for those who do not see the list change; empty without a search. `shown` matches of
 * earlier pages are on the screen already.
 */
export function presentFound(page: InboxPage<ListRow>, address: InboxQuery, shown = 0) {
  if (!address.q) return ''
  const { conversations, nextCursor } = page
  const length = shown + conversations.length
  if (length === 0) {
    return text(nextCursor ? 'inbox.list.search.nothing_recent' : 'inbox.list.search.nothing')
  }
  const count = { count: length }
  return nextCursor
    ? text('inbox.list.search.found_so_far', count)
    : text('inbox.list.search.found', count)
}
