import { setImmediate } from 'node:timers/promises'
import Message from '#chat/models/message'
import { cursorAt, positionsAmong, type Position } from '#chat/services/inbox/inbox_positions'
import type { InboxScope } from '#chat/services/inbox/inbox_scope'
import type { PageCursor } from '#chat/services/inbox/page_cursor'
import { searchIndexOf } from '#chat/services/inbox/search/index/search_indexes'
import { keepNewest } from '#chat/services/inbox/search/message_scan'
import type { MessageSearchRequest } from '#chat/services/inbox/search/message_search_request'
import type { SearchMatch } from '#chat/services/inbox/search/search_match'

/**
 * The conversations of a page by the search index, one more than the page has when others follow. Null without an index,
 * for words that are too common for it, and where visitors are to be looked for on the way.
 */
export async function indexedMatches(
  tenantId: string,
  scope: InboxScope,
  { terms, after, limit, except, isExceptComplete }: MessageSearchRequest
): Promise<{ positions: Position[]; matches: Map<number, SearchMatch> } | null> {
  const index = isExceptComplete ? searchIndexOf(Message.query().client) : null
  const ids = index?.conversations(terms)?.filter((id) => !except.has(id))
  if (!index || !ids) return null

  const positions: Position[] = []
  const matches = new Map<number, SearchMatch>()
  const size = limit + 1
  for (let at = after; ;) {
    const batch: Position[] = ids.length
      ? await positionsAmong(tenantId, scope, ids, { after: at, limit: size })
      : []
    for (const position of batch) {
      const found = index.newestMatch(tenantId, position.id, terms)
      if (!found) continue
      keepNewest(matches, [found], terms)
      positions.push(position)
      if (positions.length > limit) return { positions, matches }
    }
    if (batch.length < size) return { positions, matches }
    at = cursorOf(batch[batch.length - 1])
    await setImmediate()
  }
}

const cursorOf = (position: Position): PageCursor => ({ ...cursorAt(position), phase: 'messages' })
