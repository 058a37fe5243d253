import vine from '#chat/validators/vine'
import { cursor, limit } from '#chat/validators/api/paging'
import { referenceInQuery } from '#chat/validators/api/reference'
import { MAX_QUERY } from '#chat/services/inbox/search/search_terms'

/** The list of visitors, filtered by widget, name or address. */
export const visitorsValidator = vine.create({
  widget: referenceInQuery().optional(),
  q: vine.string().maxLength(MAX_QUERY).optional(),
  cursor: cursor(),
  limit: limit(),
})
