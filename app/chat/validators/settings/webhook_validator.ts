import vine from '#chat/validators/vine'
import { TextMessages } from '#chat/validators/text_messages'
import { WEBHOOK_EVENTS } from '#chat/services/webhooks/webhook_events'
import { cleaned, text } from '#chat/validators/text'
import { text as chatText } from '#chat/texts/text'

const MAX_URL = 2048

/** Where a webhook leads: over HTTP or HTTPS, without a log-in in it, in the form in which it is used. */
const endpoint = vine.createRule(function endpointRule(value, _options: undefined, field) {
  if (!field.isValid) return
  const url = URL.parse(value as string)
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return field.report(chatText('validation.web_address'), 'url', field)
  }
  if (url.username || url.password) {
    return field.report(chatText('validation.credentials'), 'credentials', field)
  }
  url.hash = ''
  if (url.href.length > MAX_URL) {
    return field.report(chatText('validation.too_long'), 'maxLength', field, { max: MAX_URL })
  }
  field.mutate(url.href, field)
})

export const endpointUrl = () => vine.string().parse(cleaned).maxLength(MAX_URL).use(endpoint())

export const webhookEvents = () =>
  vine.array(vine.enum(WEBHOOK_EVENTS)).distinct().minLength(1).maxLength(WEBHOOK_EVENTS.length)

/** A form with one ticked box may send a text. */
const oneAsList = (value: unknown) => (typeof value === 'string' ? [value] : value)

const flag = () => vine.boolean().optional()

/** A webhook's form. A box that is not ticked does not come with it. */
export const webhookValidator = vine.create({
  url: endpointUrl(),
  description: text(255).optional(),
  events: webhookEvents().parse(oneAsList),
  include_notes: flag(),
  allow_private: flag(),
  is_active: flag(),
})

webhookValidator.messagesProvider = new TextMessages(
  () => ({
    'events.required': chatText('validation.webhook.no_event'),
    'events.array.minLength': chatText('validation.webhook.no_event'),
    'events.*.enum': chatText('validation.webhook.unknown_event'),
    'events.distinct': chatText('validation.webhook.twice'),
  }),
  () => ({
    url: chatText('validation.fields.url'),
    description: chatText('validation.fields.description'),
    events: chatText('validation.fields.events'),
  })
)
