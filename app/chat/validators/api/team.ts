import vine from '#chat/validators/vine'
import { AGENT_STATUSES } from '#chat/models/agent'
import { cursor, limit } from '#chat/validators/api/paging'
import { reference } from '#chat/validators/api/reference'
import { userReference } from '#chat/validators/api/agent_reference'

const ids = () => vine.array(reference()).maxLength(500).optional()

const DUTIES = {
  max_concurrent_chats: vine.number({ strict: true }).withoutDecimals().range([1, 50]).optional(),
  department_ids: ids(),
  widget_ids: ids(),
}

/** All agents, or those who do or do not take chats from the queue. */
export const agentsValidator = vine.create({
  serving: vine.boolean().optional(),
  cursor: cursor(),
  limit: limit(),
})

export const newAgentValidator = vine.create({ user_id: userReference(), ...DUTIES })

export const agentChangesValidator = vine.create(DUTIES)

export const teamSettingsValidator = vine.create({
  awaiting_visitor_counts: vine.boolean({ strict: true }).optional(),
})

/** What becomes of the open conversations of an agent who leaves. */
export const agentRemovalValidator = vine.create({
  then: vine.enum(['keep', 'requeue']).optional(),
})

export const ownStatusValidator = vine.create({ status: vine.enum(AGENT_STATUSES) })
