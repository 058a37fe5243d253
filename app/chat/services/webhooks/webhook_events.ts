import type { EventsList } from '@adonisjs/core/types'

/** The events that webhooks can subscribe to, under the module's own names (Z3). */
export const WEBHOOK_EVENTS = [
  'chat.message.sent',
  'chat.conversation.updated',
  'chat.conversation.deleted',
] as const

/** The names of the events that webhooks can subscribe to. */
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** A committed fact of the domain: listeners and webhooks receive it. */
export type DomainEvent = {
  [Name in WebhookEvent]: { name: Name; payload: EventsList[Name] }
}[WebhookEvent]
