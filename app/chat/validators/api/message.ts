import vine from '#chat/validators/vine'
import * as field from '#chat/validators/widget/fields'
import { attachments } from '#chat/validators/widget/file'
import { limit } from '#chat/validators/api/paging'

/** Positions in a thread are numbers; a page starts after one or ends before one. */
export const threadValidator = vine.create({
  after: field.seq().optional(),
  before: field.seq().optional(),
  cursor: vine
    .string()
    .regex(/^(after|before)\.\d{1,9}$/)
    .optional(),
  limit: limit(),
})

export const messageValidator = vine.create({
  content: field.contentOrFiles(),
  attachments: attachments(),
  client_message_id: field.clientMessageId(),
  internal: vine.boolean({ strict: true }).optional(),
  seen_seq: field.seq().optional(),
})

export const noteValidator = vine.create({
  content: field.contentOrFiles(),
  attachments: attachments(),
  client_message_id: field.clientMessageId(),
})
