import vine from '#chat/validators/vine'
import * as field from '#chat/validators/widget/fields'

/** A time on the agent's clock, or the name of a preset. */
const moment = () => vine.string().trim().maxLength(40)

/** A reply and when it is sent: a preset, or `at` with the time in the field of this name. */
export const planValidator = vine.create({
  content: field.content(),
  client_message_id: field.clientMessageId(),
  until: moment(),
  at: moment().optional(),
})

/** Another text and time of a planned reply. */
export const changedPlanValidator = vine.create({
  content: field.content(),
  until: moment(),
})
