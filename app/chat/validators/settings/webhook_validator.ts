import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import { WEBHOOK_EVENTS } from '#chat/services/webhooks/webhook_events'
import { cleaned, text } from '#chat/validators/text'

const MAX_URL = 2048

/** Where a webhook leads: over HTTP or HTTPS, without a log-in in it, in the form in which it is used. */
const endpoint = vine.createRule(function endpointRule(value, _options: undefined, field) {
  if (!field.isValid) return
  const url = URL.parse(value as string)
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return field.report('{{ field }} must begin with https:// or http://', 'url', field)
  }
  if (url.username || url.password) {
    return field.report('{{ field }} must not hold a user name or password', 'credentials', field)
  }
  url.hash = ''
  if (url.href.length > MAX_URL) {
    return field.report(
      `{{ field }} must not be longer than ${MAX_URL} characters`,
      'maxLength',
      field
    )
  }
  field.mutate(url.href, field)
})

export const endpointUrl = () => vine.string().parse(cleaned).maxLength(MAX_URL).use(endpoint())

export const webhookEvents = () =>
  vine.array(vine.enum(WEBHOOK_EVENTS)).distinct().minLength(1).maxLength(WEBHOOK_EVENTS.length)

/** A form with one ticked box may send a text. */
const oneAsList = (value: unknown) => (typeof value === 'string' ? [value] : value)

const yesNo = () => vine.boolean().optional()

/** A webhook's form. A box that is not ticked does not come with it. */
export const webhookValidator = vine.create({
  url: endpointUrl(),
  description: text(255).optional(),
  events: webhookEvents().parse(oneAsList),
  include_notes: yesNo(),
  allow_private: yesNo(),
  is_active: yesNo(),
})

webhookValidator.messagesProvider = new SimpleMessagesProvider(
  {
    'required': '{{ field }} is required',
    'string': '{{ field }} must be a text',
    'maxLength': '{{ field }} must not be longer than {{ max }} characters',
    'boolean': '{{ field }} is either on or off',
    'events.required': 'Choose at least one event',
    'events.array.minLength': 'Choose at least one event',
    'events.*.enum': 'There is no such event',
    'events.distinct': 'Each event can be chosen once',
  },
  { url: 'The address', description: 'The description', events: 'The events' }
)
