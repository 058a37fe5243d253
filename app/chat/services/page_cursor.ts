import { DateTime } from 'luxon'

/** A place in a list that is sorted by a moment and, within it, by id. */
export interface PageCursor {
  moment: DateTime
  id: number
  /** In a search: among those found by what was said in them, below those found by who it was. */
  isSaid?: boolean
  /** In a sorted list: which of its stretches. */
  stretch?: number
  /** Where those who wait are sorted by it: since when; `moment` decides between equals. */
  waitingSince?: DateTime
}

/** Before everything. */
export const BEGINNING: PageCursor = { moment: DateTime.utc(9999, 12, 31), id: 0 }

/** Before who has waited longest. */
export const FIRST_WAITING: PageCursor = { moment: DateTime.fromMillis(0, { zone: 'utc' }), id: 0 }

/** The cursor as it travels in an address: opaque, and of no use but to ask for the next page. */
export function encodeCursor({ moment, id, isSaid, stretch, waitingSince }: PageCursor) {
  const sorted = stretch ? `.s${stretch}` : ''
  const waiting = waitingSince ? `.w${waitingSince.toMillis()}` : ''
  const place = `${moment.toMillis()}.${id}${isSaid ? '.said' : ''}${sorted}${waiting}`
  return Buffer.from(place).toString('base64url')
}

/** Reads a cursor; anything that is not one means "from the start". */
export function decodeCursor(cursor: unknown): PageCursor | null {
  if (typeof cursor !== 'string') return null
  const place = Buffer.from(cursor, 'base64url').toString()
  const match = /^(\d{1,15})\.(\d{1,15})(\.said)?(?:\.s(\d))?(?:\.w(\d{1,15}))?$/.exec(place)
  if (!match) return null
  const [, at, id, isSaid, stretch, since] = match
  const moment = DateTime.fromMillis(Number(at)).toUTC()
  const waitingSince = since ? DateTime.fromMillis(Number(since)).toUTC() : undefined
  if (moment > BEGINNING.moment || (waitingSince && waitingSince > BEGINNING.moment)) return null
  return {
    moment,
    id: Number(id),
    ...(isSaid && { isSaid: true }),
    ...(stretch && { stretch: Number(stretch) }),
    ...(waitingSince && { waitingSince }),
  }
}
