import { DateTime } from 'luxon'
import { encodeCursor } from '#chat/services/inbox/page_cursor'
import { HISTORY_BEGAN, SECONDS_APART } from './history_statements.js'
import type { Site } from './site.js'

/** A cursor in the middle of a site's lists, with as many rows before it as after it. */
export function deepCursor({ conversations }: Pick<Site, 'conversations'>) {
  const half = (conversations / 2) * SECONDS_APART
  const moment = DateTime.fromSeconds(HISTORY_BEGAN + half, { zone: 'utc' })
  return encodeCursor({ moment, id: 1 })
}
