import type { EventsList } from '@adonisjs/core/types'

/** What webhooks can be told of: events of the module under their own names (Z3). */
export const WEBHOOK_EVENTS = [
  'chat.message.sent',
  'chat.conversation.updated',
  'chat.conversation.deleted',
] as const

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Something that a transaction has made true: whoever listens is told, and webhooks are owed it. */
export type Fact = {
  [Name in WebhookEvent]: { name: Name; payload: EventsList[Name] }
}[WebhookEvent]
