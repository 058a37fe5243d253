/** The greatest number that a column of ids holds. */
const GREATEST = 2 ** 31 - 1

/**
 * A record's id as the database knows it; null for anything that is not one. Databases would
 * otherwise take `12ab` for 12.
 */
export function toId(id: string | number | null | undefined) {
  const isId = /^[1-9]\d{0,9}$/.test(String(id ?? '')) && Number(id) <= GREATEST
  return isId ? Number(id) : null
}

/** Like `toId`, with an id that no record has in place of null. */
export function toIdOrNone(id: string | number | null | undefined) {
  return toId(id) ?? 0
}
