import vine from '@vinejs/vine'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const MAX_ID = 2_147_483_647
const MAX_ID_LENGTH = 64

const isNumber = (value: unknown) =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= MAX_ID

const isAgent = (value: unknown) =>
  value === 'me' || (typeof value === 'string' && UUID.test(value)) || isNumber(value)

/** An agent as the API names one: `me`, the `uuid`, or the `id`. */
export const agentReference = vine.createRule(
  function agentRule(value, _options: undefined, field) {
    if (isAgent(value)) return
    field.report('{{ field }} must be the id or uuid of an agent, or "me"', 'agent', field)
  },
  {
    toJSONSchema: (schema) => {
      schema.anyOf = [
        { type: 'integer', minimum: 1, maximum: MAX_ID },
        { type: 'string', format: 'uuid' },
        { type: 'string', enum: ['me'] },
      ]
    },
  }
)

const isUser = (value: unknown) =>
  (typeof value === 'string' && value.length <= MAX_ID_LENGTH) || isNumber(value)

const userRule = vine.createRule(
  function userReferenceRule(value, _options: undefined, field) {
    if (isUser(value)) return
    field.report('{{ field }} must be the id of a user', 'user', field)
  },
  {
    toJSONSchema: (schema) => {
      schema.anyOf = [
        { type: 'string', maxLength: MAX_ID_LENGTH },
        { type: 'integer', minimum: 1, maximum: MAX_ID },
      ]
    },
  }
)

/** A user of the CRM by the id that the CRM gives them, whether that is a number or a text. */
export const userReference = () => vine.any().use(userRule())
