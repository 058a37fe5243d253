import vine from '#chat/validators/vine'
import { PERIODS, isDay } from '#chat/services/analytics/period'
import { text } from '#chat/texts/text'
import { referenceInQuery } from '#chat/validators/api/reference'

const dayRule = vine.createRule(
  function isLocalDay(value, _options: undefined, field) {
    if (isDay(value)) return
    field.report(text('api_input.day'), 'day', field)
  },
  { toJSONSchema: (schema) => void (schema.format = 'date') }
)

/** A day of the tenant's time zone, which a custom period must have. */
const day = () => vine.string().use(dayRule()).optional().requiredWhen('period', '=', 'custom')

const FIELDS = {
  period: vine.enum(PERIODS).optional(),
  from: day(),
  to: day(),
  widget: referenceInQuery().optional(),
}

/** Figures of a period, of all widgets or of one. */
export const analyticsValidator = vine.create(FIELDS)

/** The same as a file: a row per agent, or per hour, day or week. */
export const analyticsExportValidator = vine.create({
  ...FIELDS,
  table: vine.enum(['agents', 'time']).optional(),
})
