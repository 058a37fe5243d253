import vine from '#chat/validators/vine'
import { text } from '#chat/texts/text'
import type { PersonDecision } from '#chat/services/crm/visitor_people'
import { HOST_ID_SCHEMAS, isHostId } from '#chat/validators/api/agent_reference'

const NEW = 'new'

const personRule = vine.createRule(
  function personDecisionRule(value, _options: undefined, field) {
    if (isHostId(value) && value !== '') return
    field.report(text('api_input.person'), 'person', field)
  },
  {
    toJSONSchema: (schema) => {
      schema.anyOf = [{ type: 'string', enum: [NEW] }, ...HOST_ID_SCHEMAS]
    },
  }
)

/** The agent's decision about who the visitor is: `new`, or a person of the CRM by their id; left out where it is open. */
export const personDecision = () => vine.any().use(personRule()).nullable().optional()

/** The decision that a program has sent. */
export function toPersonDecision(sent: unknown): PersonDecision {
  if (sent === null || sent === undefined) return null
  return sent === NEW ? NEW : { linkTo: String(sent) }
}
