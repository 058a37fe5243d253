import vine from '#chat/validators/vine'
import { number } from '#chat/validators/number'
import { text } from '#chat/validators/text'
import { AGENT_STATUSES } from '#chat/models/agent'
import { seenAgent } from '#chat/validators/inbox/conversation'
import { note } from '#chat/validators/widget/fields'

/** One ticked box comes as a text, several as a list, none not at all. */
const asList = (value: unknown) => (typeof value === 'string' ? [value] : value)
const ids = () => vine.array(vine.string().uuid()).parse(asList).maxLength(500).optional()

const settings = {
  max_concurrent_chats: number().withoutDecimals().range([1, 50]),
  department_ids: ids(),
  widget_ids: ids(),
}

export const agentSettingsValidator = vine.create(settings)

export const newAgentValidator = vine.create({
  ...settings,
  user_id: vine.string().maxLength(64),
})

export const removalValidator = vine.create({ then: vine.enum(['keep', 'requeue']).optional() })

/** A switch that is off is not in the form. */
export const teamSettingsValidator = vine.create({
  awaiting_visitor_counts: vine.accepted().optional(),
})

export const departmentValidator = vine.create({
  name: text(120),
})

export const statusValidator = vine.create({ status: vine.enum(AGENT_STATUSES) })

export const presenceValidator = vine.create({ idle: vine.boolean() })

/** `agent:` with a user's id, or `department:` with its own; with or without a word about it. */
export const transferValidator = vine.create({
  to: vine.string().regex(/^(agent|department):[^:]{1,64}$/),
  note: note(),
  seen: seenAgent(),
})
