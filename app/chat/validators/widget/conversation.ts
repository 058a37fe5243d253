import vine from '#chat/validators/vine'
import { number } from '#chat/validators/number'
import * as field from '#chat/validators/widget/fields'
import { attachments } from '#chat/validators/widget/file'

export const startValidator = vine.create({
  name: field.personName().nullable().optional(),
  email: field.email().nullable().optional(),
  content: field.contentOrFiles(),
  attachments: attachments(),
  client_message_id: field.clientMessageId(),
  page: field.page().nullable().optional(),
  answers: vine.string().uuid().toLowerCase().nullable().optional(),
})

export const messageValidator = vine.create({
  content: field.contentOrFiles(),
  attachments: attachments(),
  client_message_id: field.clientMessageId(),
})

export const threadValidator = vine.create({
  after: field.seq().optional(),
  before: field.seq().optional(),
  limit: number().withoutDecimals().range([1, 100]).optional(),
})

export const readValidator = vine.create({
  seq: field.seq(),
})

export const rateValidator = vine.create({
  rating: vine.number({ strict: true }).withoutDecimals().range([1, 5]),
  feedback: field.feedback().nullable().optional(),
})

export const typingValidator = vine.create({
  typing: vine.boolean({ strict: true }),
})
