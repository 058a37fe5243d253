import vine from '@vinejs/vine'
import { cleaned } from '#chat/validators/text'
import { PRIORITIES } from '#chat/models/conversation'
import { CONVERSATION_STATUSES } from '#chat/services/conversation_status'
import { INBOX_SORTS } from '#chat/services/inbox_order'
import { INBOX_FILTERS } from '#chat/services/inbox'
import { agentReference, userReference } from '#chat/validators/api/agent_reference'
import { subject } from '#chat/validators/inbox/work'
import { MAX_QUERY } from '#chat/services/search/search_terms'
import { email, MAX_MESSAGE_LENGTH, personName, phone } from '#chat/validators/widget/fields'
import { cursor, limit } from '#chat/validators/api/paging'

/** The list of conversations, narrowed as the inbox narrows it. */
export const conversationsValidator = vine.create({
  filter: vine.enum(INBOX_FILTERS).optional(),
  status: vine.enum(CONVERSATION_STATUSES).optional(),
  widget: vine.string().uuid().optional(),
  label: vine.string().uuid().optional(),
  agent: vine
    .string()
    .regex(/^(me|nobody|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/)
    .optional(),
  priority: vine.enum(PRIORITIES).optional(),
  sort: vine.enum(INBOX_SORTS).optional(),
  q: vine.string().maxLength(MAX_QUERY).optional(),
  cursor: cursor(),
  limit: limit(),
})

/** Whom a conversation is given to; null puts it back among those that wait. */
export const assignValidator = vine.create({
  agent_id: vine.any().use(agentReference()).nullable().optional(),
  user_id: userReference().optional(),
  seen_agent_id: vine.any().use(agentReference()).nullable().optional(),
})

/** Whom a conversation is passed on to: an agent, or a department. */
export const transferValidator = vine.create({
  agent_id: vine.any().use(agentReference()).optional(),
  user_id: userReference().optional(),
  department_id: vine.string().uuid().optional(),
  seen_agent_id: vine.any().use(agentReference()).nullable().optional(),
  note: vine.string().parse(cleaned).maxLength(MAX_MESSAGE_LENGTH).nullable().optional(),
})

/** When a conversation comes back: ISO 8601, UTC where it names no offset. */
export const snoozeValidator = vine.create({ until: vine.string().maxLength(40) })

export const priorityValidator = vine.create({ priority: vine.enum(PRIORITIES) })

/** What an agent knows of a visitor; null removes what was there. */
export const contactValidator = vine.create({
  name: personName().nullable().optional(),
  email: email().nullable().optional(),
  phone: phone().nullable().optional(),
})

export const subjectValidator = vine.create({ subject: subject() })

export const readValidator = vine.create({
  seq: vine.number({ strict: true }).withoutDecimals().range([0, 2_147_483_647]),
})

export const convertValidator = vine.create({
  title: vine.string().parse(cleaned).maxLength(190).nullable().optional(),
})

/** The dashboard, of all widgets or of one. */
export const dashboardValidator = vine.create({ widget: vine.string().uuid().optional() })
