import { DateTime } from 'luxon'

/** A place in a list that is sorted by a moment and, within it, by id. */
export interface PageCursor {
  moment: DateTime
  id: number
  /** In a search: among those found by what was said in them, below those found by who it was. */
  isSaid?: boolean
}

/** Before everything. */
export const BEGINNING: PageCursor = { moment: DateTime.utc(9999, 12, 31), id: 0 }

/** The cursor as it travels in an address: opaque, and of no use but to ask for the next page. */
export function encodeCursor({ moment, id, isSaid }: PageCursor) {
  const place = `${moment.toMillis()}.${id}${isSaid ? '.said' : ''}`
  return Buffer.from(place).toString('base64url')
}

/** Reads a cursor; anything that is not one means "from the start". */
export function decodeCursor(cursor: unknown): PageCursor | null {
  if (typeof cursor !== 'string') return null
  const place = Buffer.from(cursor, 'base64url').toString()
  const match = /^(\d{1,15})\.(\d{1,15})(\.said)?$/.exec(place)
  if (!match) return null
  const moment = DateTime.fromMillis(Number(match[1])).toUTC()
  if (moment > BEGINNING.moment) return null
  return { moment, id: Number(match[2]), ...(match[3] && { isSaid: true }) }
}
