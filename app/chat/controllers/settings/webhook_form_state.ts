import { errors as vineErrors } from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import type Webhook from '#chat/models/webhook'
import { firstReasons } from '#chat/controllers/settings/first_reasons'
import { eventChoices } from '#chat/presenters/webhooks/events'
import type { WebhookAttributes } from '#chat/services/webhooks/webhooks'
import type { webhookValidator } from '#chat/validators/settings/webhook_validator'
import {
  AddressNotAllowed,
  PrivateAddressesForbidden,
  TooManyWebhooks,
} from '#chat/exceptions/chat_errors'

interface RefusedForm {
  input: Record<string, unknown>
  /** The first reason per field. */
  errors: Record<string, string>
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')
const isTicked = (value: unknown) => ['1', 'on', 'true', true, 1].includes(value as string)

/** What a new webhook's form begins with. */
const NEW: Record<string, unknown> = {
  url: '',
  description: '',
  events: ['chat.message.sent'],
  is_active: true,
}

/** Everything that the form's page shows: a webhook as it is, or as it was sent and refused. */
export function webhookFormState(
  webhook: Webhook | null,
  mayAllowPrivate: boolean,
  refused?: RefusedForm
) {
  const { url, description, events, ...boxes } = refused?.input ?? valuesOf(webhook) ?? NEW
  const chosen = [events].flat()
  const { errors = {} } = refused ?? {}
  return {
    webhook,
    mayAllowPrivate,
    action: webhook
      ? `/settings/chat-webhooks/${webhook.externalId}?_method=PUT`
      : '/settings/chat-webhooks',
    back: webhook ? `/settings/chat-webhooks/${webhook.externalId}` : '/settings/chat-webhooks',
    values: {
      url: asText(url),
      description: asText(description),
      includeNotes: isTicked(boxes.include_notes),
      allowPrivate: isTicked(boxes.allow_private),
      isActive: isTicked(boxes.is_active),
    },
    choices: eventChoices.map((choice) => ({ ...choice, isChosen: chosen.includes(choice.name) })),
    errors: { ...errors, events: errors.events ?? errors['events.0'] },
    hasErrors: Object.keys(errors).length > 0,
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

/** What the form said, as the webhook keeps it: a box that was not ticked is a no. */
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

/** Why a form was refused, in the form's own terms; null for what is no refusal. */
export function webhookRefusal(error: unknown): Record<string, string> | null {
  if (error instanceof vineErrors.E_VALIDATION_ERROR) return firstReasons(error.messages)
  if (error instanceof PrivateAddressesForbidden) return { allow_private: error.message }
  const isAboutAddress = error instanceof AddressNotAllowed || error instanceof TooManyWebhooks
  return isAboutAddress ? { url: error.message } : null
}
