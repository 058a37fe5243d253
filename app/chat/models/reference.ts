/** A row's reference in the API: its integer `id`, or its `uuid`. */
export type Reference = number | string

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The greatest integer id. */
export const MAX_ID = 2_147_483_647

const INTEGER = /^[1-9]\d{0,9}$/
const WHOLE_UUID = new RegExp(`^${UUID}$`, 'i')

/** The route matcher of a parameter that holds a reference. */
export const REFERENCE_MATCHER = {
  match: new RegExp(`^(?:[1-9]\\d{0,9}|${UUID})$`, 'i'),
  cast: (value: string) => value.toLowerCase(),
}

export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && WHOLE_UUID.test(value)

/** Whether a value is an integer id; `text` also allows its decimal form, as in a URL. */
export function isId(value: unknown, text = false): boolean {
  const number = text && typeof value === 'string' && INTEGER.test(value) ? Number(value) : value
  return Number.isInteger(number) && (number as number) > 0 && (number as number) <= MAX_ID
}

/** The column and value that a reference selects. */
export function namedBy(reference: Reference): { id: number } | { external_id: string } {
  if (isId(reference, true)) return { id: Number(reference) }
  return { external_id: String(reference).toLowerCase() }
}

/** The ids and the uuids of a list, each for its own column. */
export function namedByAny(references: Reference[]) {
  const named = references.map(namedBy)
  return {
    ids: named.flatMap((name) => ('id' in name ? [name.id] : [])),
    uuids: named.flatMap((name) => ('external_id' in name ? [name.external_id] : [])),
  }
}

interface Named {
  id: number
  externalId: string
}

/** The rows that references name, in their order; undefined for a reference without a row. */
export function inOrderOf<Thing extends Named>(things: Thing[], references: Reference[]) {
  const known = new Map<Reference, Thing>()
  for (const thing of things) known.set(thing.id, thing).set(thing.externalId, thing)
  return references.map((reference) => {
    const name = namedBy(reference)
    return known.get('id' in name ? name.id : name.external_id)
  })
}
