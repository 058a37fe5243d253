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

/** A new webhook; omitted flags are off, except that the webhook is active. */
export const newWebhookValidator = vine.create({
  url: endpointUrl(),
  events: webhookEvents(),
  ...FIELDS,
})

/** Changes of a webhook; omitted fields stay. */
export const webhookChangesValidator = vine.create({
  url: endpointUrl().optional().requiredWhen(isNamed),
  events: webhookEvents().optional().requiredWhen(isNamed),
  ...FIELDS,
})
