import { many, nothing, one, type Operations } from '#chat/openapi/operation'
import {
  webhookDeliveryShape,
  webhookSecretShape,
  webhookShape,
} from '#chat/transformers/api/webhook'
import { pageValidator } from '#chat/validators/api/paging'
import { newWebhookValidator, webhookChangesValidator } from '#chat/validators/api/webhook'

const tag = 'Webhooks'
const ADDRESS = {
  E_CHAT_ADDRESS_NOT_ALLOWED: 422,
  E_CHAT_PRIVATE_ADDRESSES_FORBIDDEN: 422,
} as const
const PAUSED = { E_CHAT_WEBHOOK_PAUSED: 409 } as const

/** What the routes under `/webhooks` do. */
export const webhookOperations: Operations = {
  'webhooks.index': {
    tag,
    summary: 'List the webhooks',
    query: pageValidator,
    responses: { 200: many(webhookShape, 'Webhooks in the order in which they were made.') },
  },
  'webhooks.store': {
    tag,
    summary: 'Create a webhook',
    description:
      'Its events are posted as `{id, event, created_at, data}`. `X-Chat-Signature` is ' +
      '`t=<seconds>,v1=<hex>`: the HMAC-SHA256 of `<seconds>.<body>` under the secret. What is not ' +
      'answered with 2xx is sent again for about two days, under the same `id`.',
    body: newWebhookValidator,
    responses: { 201: one(webhookSecretShape, 'The new webhook, and its secret this once.') },
    refusals: { ...ADDRESS, E_CHAT_TOO_MANY_WEBHOOKS: 422 },
  },
  'webhooks.show': {
    tag,
    summary: 'Get a webhook',
    responses: { 200: one(webhookShape, 'The webhook.') },
  },
  'webhooks.update': {
    tag,
    summary: 'Change a webhook',
    description:
      'What is left out stays as it is. Paused, it keeps what it was owed until it goes on.',
    body: webhookChangesValidator,
    responses: { 200: one(webhookShape, 'The webhook as it is now.') },
    refusals: ADDRESS,
  },
  'webhooks.destroy': {
    tag,
    summary: 'Delete a webhook',
    description: 'With the log of its deliveries.',
    responses: { 204: nothing('The webhook is gone.') },
  },
  'webhooks.rotate_secret': {
    tag,
    summary: 'Give a webhook a new secret',
    description: 'For 24 hours deliveries carry the signature of the old one as a second `v1`.',
    responses: { 200: one(webhookSecretShape, 'The webhook, and its new secret this once.') },
  },
  'webhooks.test': {
    tag,
    summary: 'Send a test',
    description: 'A `ping`, which shows among the deliveries.',
    responses: { 202: one(webhookDeliveryShape, 'The test, which is on its way.') },
    refusals: PAUSED,
  },
  'webhooks.deliveries.index': {
    tag,
    summary: 'List the deliveries of a webhook',
    query: pageValidator,
    responses: { 200: many(webhookDeliveryShape, 'Deliveries, the newest first.') },
  },
  'webhooks.deliveries.show': {
    tag,
    summary: 'Get a delivery',
    responses: { 200: one(webhookDeliveryShape, 'The delivery.') },
  },
  'webhooks.deliveries.redeliver': {
    tag,
    summary: 'Deliver again',
    description: 'Now, whatever became of it, under the same `id`.',
    responses: { 202: one(webhookDeliveryShape, 'The delivery, which is on its way.') },
    refusals: PAUSED,
  },
}
