import vine from '#chat/validators/vine'
import { number } from '#chat/validators/number'
import { text } from '#chat/texts/text'
import { decodeCursor } from '#chat/services/inbox/page_cursor'

const MAX_PAGE = 100

/** Entries per page when the request has no `limit`. */
export const PAGE = 25

/** The `next_cursor` of an earlier answer. */
const pageCursor = vine.createRule(function cursorRule(value, _options: undefined, field) {
  if (!field.isValid || decodeCursor(value)) return
  field.report(text('api_input.cursor'), 'cursor', field)
})

export const limit = () => number().withoutDecimals().range([1, MAX_PAGE]).optional()

const orNone = (value: unknown) => (value === '' ? undefined : value)

export const cursor = () => vine.string().parse(orNone).maxLength(64).use(pageCursor()).optional()

export const pageValidator = vine.create({ cursor: cursor(), limit: limit() })
