import { errors } from '@vinejs/vine'
import { PAGE } from '#chat/validators/api/paging'
import { decodeCursor, encodeCursor } from '#chat/services/page_cursor'
import { DateTime } from 'luxon'
import type { Shape } from '#chat/transformers/api/shape'

/** One thing as the API answers with it. */
export function single<Model>(shape: Shape<Model>, model: Model) {
  return { data: shape.of(model) }
}

/** A page of things, and how to ask for the next one. */
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

/** A page of a list that is small enough to be read whole, in the order of its ids. */
export function pageOf<Model extends { id: number }>(
  shape: Shape<Model>,
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

/** A value that is well-formed, but stands for nothing here: refused as the validator would. */
export function refuse(field: string, rule: string, message: string): never {
  throw new errors.E_VALIDATION_ERROR([{ field, rule, message }])
}
