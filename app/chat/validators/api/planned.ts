import vine from '#chat/validators/vine'
import * as field from '#chat/validators/widget/fields'

/** ISO 8601. */
const time = () => vine.string().maxLength(40)

export const planValidator = vine.create({
  content: field.content(),
  client_message_id: field.clientMessageId(),
  due_at: time(),
})

export const changedPlanValidator = vine.create({ content: field.content(), due_at: time() })
