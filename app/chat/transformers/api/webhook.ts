import type Webhook from '#chat/models/webhook'
import type WebhookDelivery from '#chat/models/webhook_delivery'
import { DELIVERY_STATUSES } from '#chat/models/webhook_delivery'
import { reasonInWords } from '#chat/presenters/webhooks/reasons'
import { WEBHOOK_EVENTS } from '#chat/services/webhooks/webhook_events'
import type { WithSecret } from '#chat/services/webhooks/webhooks'
import { shape } from '#chat/transformers/api/fields'

/** A webhook as the API shows it: never with its secret. */
export const webhookShape = shape<Webhook>(
  'Webhook',
  'An address that gets a request when something happens in the chat.',
  (field) => ({
    id: field.integer((webhook) => webhook.id),
    uuid: field.uuid((webhook) => webhook.externalId),
    url: field.text((webhook) => webhook.url),
    description: field.orNull.text((webhook) => webhook.description),
    events: field.texts((webhook) => webhook.events, `Of ${WEBHOOK_EVENTS.join(', ')}.`),
    include_notes: field.boolean(
      (webhook) => webhook.includeNotes,
      'Whether it gets notes and internal lines of the history as well.'
    ),
    allow_private: field.boolean(
      (webhook) => webhook.allowPrivate,
      'Whether its address may lie in a private network.'
    ),
    is_active: field.boolean((webhook) => webhook.isActive),
    secret_hint: field.text((webhook) => webhook.secretHint, 'How its secret ends.'),
    failing_since: field.orNull.timestamp(
      (webhook) => webhook.failingSince,
      'Null while deliveries succeed.'
    ),
    stopped_because: field.orNull.choice(
      ['gone'],
      (webhook) => webhook.stoppedBecause,
      'The receiver answered with 410 and gets no more.'
    ),
    created_at: field.timestamp((webhook) => webhook.createdAt),
    updated_at: field.timestamp((webhook) => webhook.updatedAt),
  })
)

/** The only response that contains a secret. */
export const webhookSecretShape = shape<WithSecret>(
  'WebhookWithSecret',
  'A webhook with its new secret, which no later response repeats.',
  (field) => ({
    webhook: field.part(webhookShape, ({ webhook }) => webhook),
    secret: field.text(({ secret }) => secret, 'The key of the HMAC-SHA256 in X-Chat-Signature.'),
  })
)

/** A delivery as the API shows it. */
export const webhookDeliveryShape = shape<WebhookDelivery>(
  'WebhookDelivery',
  'One event on its way to a webhook.',
  (field) => ({
    id: field.integer((delivery) => delivery.id),
    uuid: field.uuid((delivery) => delivery.externalId, 'The `id` that the receiver sees.'),
    event: field.choice(
      [...WEBHOOK_EVENTS, 'ping'],
      (delivery) => delivery.event,
      '`ping` is a test.'
    ),
    status: field.choice(DELIVERY_STATUSES, (delivery) => delivery.status),
    attempts: field.integer((delivery) => delivery.attempts),
    next_attempt_at: field.orNull.timestamp((delivery) =>
      delivery.status === 'pending' ? delivery.dueAt : null
    ),
    last_attempt_at: field.orNull.timestamp((delivery) => delivery.attemptedAt),
    duration_ms: field.orNull.integer((delivery) => delivery.durationMs),
    response_status: field.orNull.integer((delivery) => delivery.responseStatus),
    response_text: field.orNull.text(
      (delivery) => delivery.responseText,
      'How the answer began; null for what is no text, and for private networks.'
    ),
    error: field.orNull.text((delivery) => delivery.error, 'Why the last attempt failed.'),
    error_message: field.orNull.text((delivery) => reasonInWords(delivery), 'The same for people.'),
    payload: field.object(
      (delivery) => JSON.parse(delivery.payload) as object,
      {},
      'The body as it is sent.'
    ),
    created_at: field.timestamp((delivery) => delivery.createdAt),
  })
)
