import type WebhookDelivery from '#chat/models/webhook_delivery'
import { WEBHOOK_EVENTS, type WebhookEvent } from '#chat/services/webhooks/webhook_events'

const LABELS: Record<WebhookEvent, string> = {
  'chat.message.sent': 'A message was sent',
  'chat.conversation.updated': 'A conversation changed',
  'chat.conversation.deleted': 'A conversation was deleted',
}

const HINTS: Record<WebhookEvent, string> = {
  'chat.message.sent': 'By a visitor, an agent or the chat itself, with its text.',
  'chat.conversation.updated': 'It began, was assigned, resolved, closed, reopened or archived.',
  'chat.conversation.deleted': 'For good, with all its messages.',
}

/** The events that a webhook can be told of, for the boxes of its form. */
export const eventChoices = WEBHOOK_EVENTS.map((name) => ({
  name,
  label: LABELS[name],
  hint: HINTS[name],
}))

/** What a delivery tells, in a few words. */
export const eventLabel = (event: WebhookDelivery['event']) =>
  event === 'ping' ? 'Test' : LABELS[event]
