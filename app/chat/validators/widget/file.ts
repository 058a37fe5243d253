import vine from '#chat/validators/vine'
import { number } from '#chat/validators/number'
import { MOST_FILES } from '#chat/services/conversations/message_rules'

/** What is known of a file beside its bytes, in the query of its upload. */
export const uploadValidator = vine.create({
  name: vine.string().minLength(1).maxLength(255),
  upload_id: vine.string().uuid().toLowerCase(),
  size: number().withoutDecimals().min(0).optional(),
  beside: number().withoutDecimals().min(0).optional(),
})

/** How a file is asked for. */
export const fileValidator = vine.create({
  preview: vine.boolean().optional(),
})

/** The ids of uploaded files that a message is sent with. */
export const attachments = () =>
  vine.array(vine.string().uuid().toLowerCase()).distinct().maxLength(MOST_FILES).optional()
