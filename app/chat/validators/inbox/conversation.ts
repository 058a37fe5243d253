import vine from '#chat/validators/vine'
import { isUuid } from '#chat/models/reference'
import { cleaned } from '#chat/validators/text'
import { personDecision } from '#chat/validators/inbox/person_decision'
import * as field from '#chat/validators/widget/fields'
import { attachments } from '#chat/validators/widget/file'

const MAX_ROWS = 50

/** The conversations named in an address; what is not an id is left out. */
function idList(value: unknown) {
  const ids = typeof value === 'string' ? value.split(',') : value
  if (!Array.isArray(ids)) return ids
  return ids.filter(isUuid).slice(0, MAX_ROWS)
}

export const rowsValidator = vine.create({
  ids: vine.array(vine.string()).parse(idList),
})

export const draftValidator = vine.create({
  content: field.contentOrFiles(),
  attachments: attachments(),
  client_message_id: field.clientMessageId(),
  internal: vine.boolean().nullable().optional(),
  seen_seq: field.seq().nullable().optional(),
})

export const threadValidator = vine.create({
  after: field.seq().optional(),
  before: field.seq().optional(),
})

export const readValidator = vine.create({
  seq: vine.number({ strict: true }).withoutDecimals().range([0, 2_147_483_647]),
})

export const typingValidator = vine.create({ typing: vine.boolean() })

/** `tab` tells the tabs of an agent apart. */
export const viewingValidator = vine.create({
  viewing: vine.boolean(),
  tab: vine.string().uuid().optional(),
})

/** The agent who had the conversation on the page that was sent; an empty text means unassigned. */
export const seenAgent = () =>
  vine
    .string()
    .parse((value) => (value === '' ? null : value))
    .uuid()
    .nullable()
    .optional()

/** A user's id, `me`, or no value for unassigned. */
export const assignValidator = vine.create({
  user_id: vine.string().maxLength(64).nullable(),
  seen: seenAgent(),
})

/** What an agent knows of a visitor; an empty field removes what was there. */
export const contactValidator = vine.create({
  name: field.personName().nullable().optional(),
  email: field.email().nullable().optional(),
  phone: field.phone().nullable().optional(),
})

export const promoteValidator = vine.create({ person: personDecision() })

/** A lead or a ticket. */
export const recordValidator = vine.create({
  title: vine.string().parse(cleaned).maxLength(190).nullable().optional(),
  person: personDecision(),
})
