import { DateTime } from 'luxon'
import type Webhook from '#chat/models/webhook'
import { mintSecret, openSecret } from '#chat/support/sealed_secret'

const PURPOSE = 'chat.webhook.secret'

/** Hours for which deliveries also carry the old secret's signature, so that a receiver can switch over. */
export const CHANGE_OVER_HOURS = 24

/** A new secret of a webhook. */
export const mintWebhookSecret = () => mintSecret('whsec', PURPOSE)

/**
 * The secrets that sign a webhook's deliveries: its own and, for a while, the previous one. Empty when the
 * application's key has changed since they were encrypted.
 */
export function secretsOf(webhook: Webhook, now = DateTime.utc()): string[] {
  const { secret, previousSecret, previousSecretUntil } = webhook
  const own = open(secret)
  if (!own) return []
  const isChanging = previousSecret && previousSecretUntil && previousSecretUntil > now
  const previous = isChanging ? open(previousSecret) : null
  return previous ? [own, previous] : [own]
}

const open = (sealed: string) => openSecret(sealed, PURPOSE)
