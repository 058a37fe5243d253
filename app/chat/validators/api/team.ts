import vine from '@vinejs/vine'
import { AGENT_STATUSES } from '#chat/models/agent'
import { userReference } from '#chat/validators/api/agent_reference'

const ids = () => vine.array(vine.string().uuid()).maxLength(500).optional()

const DUTIES = {
  max_concurrent_chats: vine.number({ strict: true }).withoutDecimals().range([1, 50]).optional(),
  department_ids: ids(),
  widget_ids: ids(),
}

export const newAgentValidator = vine.create({ user_id: userReference(), ...DUTIES })

export const agentChangesValidator = vine.create(DUTIES)

/** What becomes of the open conversations of an agent who leaves. */
export const agentRemovalValidator = vine.create({
  then: vine.enum(['keep', 'requeue']).optional(),
})

export const ownStatusValidator = vine.create({ status: vine.enum(AGENT_STATUSES) })
