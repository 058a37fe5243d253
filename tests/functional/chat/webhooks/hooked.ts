import { toSqlUtc } from '#chat/models/columns'
import type { ChatConfig } from '#chat/config/chat_config'
import { DateTime } from 'luxon'
import app from '@adonisjs/core/services/app'
import type Webhook from '#chat/models/webhook'
import WebhookDelivery from '#chat/models/webhook_delivery'
import { WEBHOOK_EVENTS } from '#chat/services/webhooks/webhook_events'
import type { WebhookAttributes } from '#chat/services/webhooks/webhooks'
import { ChatWorld } from '#tests/helpers/chat_world'
import { Receiver } from '#tests/helpers/webhook_receiver'

type Cleanup = (end: () => void | Promise<void>) => void

const ATTRIBUTES: Omit<WebhookAttributes, 'url'> = {
  description: null,
  events: [...WEBHOOK_EVENTS],
  includeNotes: false,
  allowPrivate: true,
  isActive: true,
}

/** A webhook of the world that leads to a server on this machine; it goes with the test. */
export async function hook(
  world: ChatWorld,
  url: string,
  cleanup: Cleanup,
  attributes: Partial<WebhookAttributes> = {}
) {
  const made = { ...ATTRIBUTES, url, ...attributes }
  const { webhook, secret } = await world.chat.webhooks.create(world.tenantId, made, null)
  cleanup(async () => {
    if (!webhook.$isDeleted) await world.chat.webhooks.remove(webhook)
  })
  return { webhook, secret }
}

/** A world with a receiver and the webhook that leads to it. */
export async function hooked(cleanup: Cleanup, attributes: Partial<WebhookAttributes> = {}) {
  const world = await ChatWorld.create()
  const receiver = await Receiver.start(cleanup)
  return { world, receiver, ...(await hook(world, receiver.url, cleanup, attributes)) }
}

/** A webhook's deliveries, the oldest first. */
export function deliveriesOf(webhook: Webhook) {
  return WebhookDelivery.query().where('webhook_id', webhook.id).orderBy('id')
}

/** Changes the configuration for one test. */
export function configure(
  changes: Partial<ChatConfig['webhooks']>,
  cleanup: (end: () => void) => void
) {
  const settings = app.config.get<ChatConfig>('chat').webhooks
  const before = { ...settings }
  cleanup(() => void Object.assign(settings, before))
  Object.assign(settings, changes)
}

/** Whether none of a webhook's deliveries is due any more. */
export const isDone = async (webhook: Webhook) =>
  (await deliveriesOf(webhook)).every(({ dueAt }) => dueAt === null)

/** The wait before the next attempt is over. */
export const makeDue = ({ id }: Webhook) =>
  WebhookDelivery.query()
    .where('webhook_id', id)
    .update({ due_at: toSqlUtc(DateTime.utc()) })
