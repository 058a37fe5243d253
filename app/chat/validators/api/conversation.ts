import vine from '@vinejs/vine'
import { PRIORITIES } from '#chat/models/conversation'
import { CONVERSATION_STATUSES } from '#chat/services/conversation_status'
import { INBOX_FILTERS } from '#chat/services/inbox'
import { agentReference } from '#chat/validators/api/agent_reference'
import { cursor, limit } from '#chat/validators/api/paging'

/** The list of conversations, narrowed as the inbox narrows it. */
export const conversationsValidator = vine.create({
  filter: vine.enum(INBOX_FILTERS).optional(),
  status: vine.enum(CONVERSATION_STATUSES).optional(),
  cursor: cursor(),
  limit: limit(),
})

/** Whom a conversation is given to; null puts it back among those that wait. */
export const assignValidator = vine.create({
  agent_id: vine.any().use(agentReference()).nullable().optional(),
  user_id: vine.string().maxLength(64).optional(),
})

export const priorityValidator = vine.create({ priority: vine.enum(PRIORITIES) })

export const readValidator = vine.create({
  seq: vine.number({ strict: true }).withoutDecimals().range([0, 2_147_483_647]),
})

export const convertValidator = vine.create({
  title: vine.string().trim().maxLength(190).nullable().optional(),
})
