import vine from '#chat/validators/vine'
import { cleaned } from '#chat/validators/text'
import { PRIORITIES } from '#chat/models/conversation'
import { CONVERSATION_STATUSES } from '#chat/services/conversations/status_rules'
import { INBOX_SORTS } from '#chat/services/inbox/inbox_order'
import { INBOX_FILTERS } from '#chat/services/inbox/inbox_scope'
import { agentReference, userReference } from '#chat/validators/api/agent_reference'
import { subject } from '#chat/validators/inbox/work'
import { MAX_QUERY } from '#chat/services/inbox/search/search_terms'
import { email, note, personName, phone } from '#chat/validators/widget/fields'
import { personDecision } from '#chat/validators/api/person_decision'
import { reference, referenceInQuery } from '#chat/validators/api/reference'
import { cursor, limit } from '#chat/validators/api/paging'

const FILTERS = {
  filter: vine.enum(INBOX_FILTERS).optional(),
  status: vine.enum(CONVERSATION_STATUSES).optional(),
  widget: referenceInQuery().optional(),
  label: referenceInQuery().optional(),
  agent: referenceInQuery('me', 'unassigned').optional(),
  priority: vine.enum(PRIORITIES).optional(),
  sort: vine.enum(INBOX_SORTS).optional(),
  q: vine.string().maxLength(MAX_QUERY).optional(),
}

/** A page of conversations, with the filters of the inbox. */
export const conversationsValidator = vine.create({ ...FILTERS, cursor: cursor(), limit: limit() })

/** All of them. */
export const conversationFiltersValidator = vine.create(FILTERS)

/** The new assignee; null returns the conversation to the queue. */
export const assignValidator = vine.create({
  agent_id: agentReference().nullable().optional(),
  user_id: userReference().optional(),
  seen_agent_id: agentReference().nullable().optional(),
})

/** The target of a transfer: an agent or a department. */
export const transferValidator = vine.create({
  agent_id: agentReference().optional(),
  user_id: userReference().optional(),
  department_id: reference().optional(),
  seen_agent_id: agentReference().nullable().optional(),
  note: note(),
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

export const promoteValidator = vine.create({ person: personDecision() })

/** A lead or a ticket. */
export const recordValidator = vine.create({
  title: vine.string().parse(cleaned).maxLength(190).nullable().optional(),
  person: personDecision(),
})

/** The dashboard, of all widgets or of one. */
export const dashboardValidator = vine.create({ widget: referenceInQuery().optional() })
