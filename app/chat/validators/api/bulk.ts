import vine from '#chat/validators/vine'
import { PRIORITIES } from '#chat/models/conversation'
import { MAX_BULK } from '#chat/services/conversations/bulk_actions'
import { agentReference, userReference } from '#chat/validators/api/agent_reference'
import { reference } from '#chat/validators/api/reference'

export const BULK_ACTIONS = ['resolve', 'close', 'archive', 'assign', 'priority', 'label'] as const

/** One action on many conversations; `assign`, `priority` and `label` carry its value. */
export const bulkValidator = vine.create({
  ids: vine.array(reference()).minLength(1).maxLength(MAX_BULK).distinct(),
  action: vine.enum(BULK_ACTIONS),
  agent_id: agentReference().nullable().optional(),
  user_id: userReference().optional(),
  priority: vine.enum(PRIORITIES).optional().requiredWhen('action', '=', 'priority'),
  label: reference().optional().requiredWhen('action', '=', 'label'),
})
