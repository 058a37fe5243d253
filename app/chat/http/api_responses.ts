import { errors } from '#chat/validators/vine'
import { PAGE } from '#chat/validators/api/paging'
import { decodeCursor, encodeCursor } from '#chat/services/inbox/page_cursor'
import { DateTime } from 'luxon'
import { text } from '#chat/texts/text'
import type { Shape } from '#chat/transformers/api/shape'

/** The API's response with one resource. */
export function single<Model>(shape: Shape<Model>, model: Model) {
  return { data: shape.of(model) }
}

/** The API's response with a page of resources and the cursor of the next one. */
export function page<Model>(
  shape: Shape<Model>,
  models: Model[],
  meta: { next_cursor: string | null; total?: number }
) {
  return { data: models.map((model) => shape.of(model)), meta }
}

interface Request {
  cursor?: string
  limit?: number
}

/** A page of a list that is small enough to be loaded whole, sorted by id. */
export function pageOf<Model extends { id: number }>(
  shape: Shape<NoInfer<Model>>,
  models: Model[],
  { cursor, limit = PAGE }: Request
) {
  const from = decodeCursor(cursor)?.id ?? 0
  const rest = [...models].sort((a, b) => a.id - b.id).filter(({ id }) => id > from)
  const shown = rest.slice(0, limit)
  const isLast = rest.length <= limit
  const last = { moment: DateTime.fromMillis(0), id: shown[shown.length - 1]?.id ?? 0 }
  return page(shape, shown, {
    next_cursor: isLast ? null : encodeCursor(last),
    total: models.length,
  })
}

/** Refuses a well-formed value that names nothing here, in the validator's format. */
export function refuse(field: string, rule: string, message: string): never {
  throw new errors.E_VALIDATION_ERROR([{ field, rule, message }])
}

const UNKNOWN = {
  widget: 'errors.no_such_widget',
  label: 'errors.label_not_found',
  agent: 'errors.agent_not_found',
} as const

/** What requests name by a field of that name. */
export type Named = keyof typeof UNKNOWN

/** Refuses a reference to something that the tenant does not have, with the field that holds it. */
export const refuseUnknown = (named: Named, field: string = named) =>
  refuse(field, 'known', text(UNKNOWN[named]))
