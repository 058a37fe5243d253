import vine from '#chat/validators/vine'
import { WIDGET_FIELDS } from '#chat/models/widget_fields'
import { number } from '#chat/validators/number'

const { from, to } = WIDGET_FIELDS.retentionDays

/** The number of days whose deletion an admin wants to see first. */
export const retentionValidator = vine.create({
  days: number().withoutDecimals().range([from, to]),
})
