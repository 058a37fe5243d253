import { DateTime } from 'luxon'

/** A position in a list that is sorted by timestamp and, within it, by id. */
export interface PageCursor {
  moment: DateTime
  id: number
  /** In a search: among the exact matches, which come first, or those by message, which come last. */
  phase?: 'exact' | 'messages'
  /** In a sorted list: the part of it. */
  stretch?: number
  /** In a list sorted by waiting time: the start of the wait; `moment` orders equals. */
  waitingSince?: DateTime
}

/** How cursors write the phases. */
const PHASES = { exact: '.exact', messages: '.said' }

/** Sorts before every conversation. */
export const BEGINNING: PageCursor = { moment: DateTime.utc(9999, 12, 31), id: 0 }

/** Sorts before the longest wait. */
export const FIRST_WAITING: PageCursor = { moment: DateTime.fromMillis(0, { zone: 'utc' }), id: 0 }

/** The cursor as a string for URLs: opaque, and useful only for requesting the next page. */
export function encodeCursor({ moment, id, phase, stretch, waitingSince }: PageCursor) {
  const sorted = stretch ? `.s${stretch}` : ''
  const waiting = waitingSince ? `.w${waitingSince.toMillis()}` : ''
  const position = `${moment.toMillis()}.${id}${phase ? PHASES[phase] : ''}${sorted}${waiting}`
  return Buffer.from(position).toString('base64url')
}

/** Reads a cursor; an invalid one means the start of the list. */
export function decodeCursor(cursor: unknown): PageCursor | null {
  if (typeof cursor !== 'string') return null
  const position = Buffer.from(cursor, 'base64url').toString()
  const match = /^(\d{1,15})\.(\d{1,15})(\.said|\.exact)?(?:\.s(\d))?(?:\.w(\d{1,15}))?$/.exec(
    position
  )
  if (!match) return null
  const [, at, id, written, stretch, since] = match
  const moment = DateTime.fromMillis(Number(at)).toUTC()
  const waitingSince = since ? DateTime.fromMillis(Number(since)).toUTC() : undefined
  if (moment > BEGINNING.moment || (waitingSince && waitingSince > BEGINNING.moment)) return null
  return {
    moment,
    id: Number(id),
    ...(written && {
      phase: written === PHASES.exact ? ('exact' as const) : ('messages' as const),
    }),
    ...(stretch && { stretch: Number(stretch) }),
    ...(waitingSince && { waitingSince }),
  }
}
