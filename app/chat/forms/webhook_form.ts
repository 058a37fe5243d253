import { errors } from '#chat/validators/vine'
import type { Infer } from '@vinejs/vine/types'
import type Webhook from '#chat/models/webhook'
import { firstReasons } from '#chat/http/first_reasons'
import { eventChoices } from '#chat/presenters/webhooks/events'
import type { WebhookAttributes } from '#chat/services/webhooks/webhooks'
import type { webhookValidator } from '#chat/validators/settings/webhook_validator'
import {
  AddressNotAllowed,
  PrivateAddressesForbidden,
  TooManyWebhooks,
} from '#chat/exceptions/chat_errors'
import { chatUrl } from '#chat/support/chat_url'
import { asText, isTicked } from '#chat/forms/sent_values'

interface RefusedForm {
  input: Record<string, unknown>
  /** The first message per field. */
  errors: Record<string, string>
}

/** The initial values of a new webhook's form. */
const NEW: Record<string, unknown> = {
  url: '',
  description: '',
  events: ['chat.message.sent'],
  is_active: true,
}

/** The state of the form's page: a stored webhook, or refused input. */
export function webhookFormState(
  webhook: Webhook | null,
  reach: { mayAllowPrivate: boolean; isAllowedByAdmin: boolean },
  refused?: RefusedForm
) {
  const { url, description, events, ...boxes } = refused?.input ?? valuesOf(webhook) ?? NEW
  const chosen = [events].flat()
  const reasons = refused?.errors ?? {}
  return {
    webhook,
    ...reach,
    ...addressesOf(webhook),
    values: {
      url: asText(url),
      description: asText(description),
      includeNotes: isTicked(boxes.include_notes),
      allowPrivate: isTicked(boxes.allow_private),
      isActive: isTicked(boxes.is_active),
    },
    choices: eventChoices().map((choice) => ({
      ...choice,
      isChosen: chosen.includes(choice.name),
    })),
    errors: { ...reasons, events: reasons.events ?? reasons['events.0'] },
    hasErrors: Object.keys(reasons).length > 0,
  }
}

function addressesOf(webhook: Webhook | null) {
  const list = chatUrl('chat.settings.webhooks.index')
  if (!webhook) return { action: list, back: list }
  const named = { id: webhook.externalId }
  return {
    action: chatUrl('chat.settings.webhooks.update', named, { _method: 'PUT' }),
    back: chatUrl('chat.settings.webhooks.show', named),
  }
}

const valuesOf = (webhook: Webhook | null): Record<string, unknown> | null =>
  webhook && {
    url: webhook.url,
    description: webhook.description,
    events: webhook.events,
    include_notes: webhook.includeNotes,
    allow_private: webhook.allowPrivate,
    is_active: webhook.isActive,
  }

/** A webhook's attributes from the form: a box that is not ticked means false. */
export function toWebhookAttributes(input: Infer<typeof webhookValidator>): WebhookAttributes {
  return {
    url: input.url,
    description: input.description ?? null,
    events: input.events,
    includeNotes: input.include_notes ?? false,
    allowPrivate: input.allow_private ?? false,
    isActive: input.is_active ?? false,
  }
}

/** The form's errors for a service error; null when it is not about the input. */
export function webhookRefusal(error: unknown): Record<string, string> | null {
  if (error instanceof errors.E_VALIDATION_ERROR) return firstReasons(error.messages)
  if (error instanceof PrivateAddressesForbidden) return { allow_private: error.message }
  const isAboutAddress = error instanceof AddressNotAllowed || error instanceof TooManyWebhooks
  return isAboutAddress ? { url: error.message } : null
}
