import vine from '#chat/validators/vine'
import { isNamed } from '#chat/validators/api/named'
import { endpointUrl, webhookEvents } from '#chat/validators/settings/webhook_validator'
import { text } from '#chat/validators/text'

const flag = () => vine.boolean({ strict: true }).optional().requiredWhen(isNamed)

const FIELDS = {
  description: text(255).nullable().optional(),
  include_notes: flag(),
  allow_private: flag(),
  is_active: flag(),
}

/** What a new webhook is to be; what is left out is off, but for the webhook itself. */
export const newWebhookValidator = vine.create({
  url: endpointUrl(),
  events: webhookEvents(),
  ...FIELDS,
})

/** What is to change about a webhook; what is left out stays. */
export const webhookChangesValidator = vine.create({
  url: endpointUrl().optional().requiredWhen(isNamed),
  events: webhookEvents().optional().requiredWhen(isNamed),
  ...FIELDS,
})
