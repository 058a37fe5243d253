import { DateTime } from 'luxon'

/** A place in a list that is sorted by a moment and, within it, by id. */
export interface PageCursor {
  moment: DateTime
  id: number
}

/** The cursor as it travels in an address: opaque, and of no use but to ask for the next page. */
export function encodeCursor({ moment, id }: PageCursor) {
  return Buffer.from(`${moment.toMillis()}.${id}`).toString('base64url')
}

/** Reads a cursor; anything that is not one means "from the start". */
export function decodeCursor(cursor: unknown): PageCursor | null {
  if (typeof cursor !== 'string') return null
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!match) return null
  return { moment: DateTime.fromMillis(Number(match[1])).toUTC(), id: Number(match[2]) }
}
