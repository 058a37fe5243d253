import vine from '#chat/validators/vine'
import { isId, MAX_ID } from '#chat/models/reference'
import { text } from '#chat/texts/text'
import { reference } from '#chat/validators/api/reference'

const MAX_ID_LENGTH = 64

/** An agent as a body names one: by `id`, by `uuid`, or as oneself. */
export const agentReference = () => reference('me')

/** Whether it may be an id of the CRM, whose ids are numbers or texts. */
export const isHostId = (value: unknown) =>
  (typeof value === 'string' && value.length <= MAX_ID_LENGTH) || isId(value)

export const HOST_ID_SCHEMAS = [
  { type: 'string' as const, maxLength: MAX_ID_LENGTH },
  { type: 'integer' as const, minimum: 1, maximum: MAX_ID },
]

const userRule = vine.createRule(
  function userReferenceRule(value, _options: undefined, field) {
    if (isHostId(value)) return
    field.report(text('api_input.user'), 'user', field)
  },
  {
    toJSONSchema: (schema) => {
      schema.anyOf = HOST_ID_SCHEMAS
    },
  }
)

/** A user of the CRM by the id that the CRM gives them, whether that is a number or a text. */
export const userReference = () => vine.any().use(userRule())
