import type WebhookDelivery from '#chat/models/webhook_delivery'
import { WEBHOOK_EVENTS, type WebhookEvent } from '#chat/services/webhooks/webhook_events'
import { text } from '#chat/texts/text'

const KEYS = {
  'chat.message.sent': 'message_sent',
  'chat.conversation.updated': 'conversation_updated',
  'chat.conversation.deleted': 'conversation_deleted',
} as const satisfies Record<WebhookEvent, string>

/** The events that a webhook can subscribe to, for the boxes of its form. */
export const eventChoices = () =>
  WEBHOOK_EVENTS.map((name) => ({
    name,
    label: text(`deliveries.events.${KEYS[name]}.label`),
    hint: text(`deliveries.events.${KEYS[name]}.hint`),
  }))

/** The content of a delivery in a few words. */
export const eventLabel = (event: WebhookDelivery['event']) =>
  event === 'ping' ? text('deliveries.events.test') : text(`deliveries.events.${KEYS[event]}.label`)
