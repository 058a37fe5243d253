import { randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import encryption from '@adonisjs/core/services/encryption'
import type Webhook from '#chat/models/webhook'

const PURPOSE = 'chat.webhook.secret'
const HINT_LENGTH = 4

/** Hours for which deliveries also carry the old secret's signature, so that a receiver can switch over. */
export const CHANGE_OVER_HOURS = 24

/** A new secret, in clear text for its owner and encrypted with the application's key for storage. */
export function mintSecret() {
  const secret = `whsec_${randomBytes(32).toString('base64url')}`
  const sealed = encryption.encrypt(secret, { purpose: PURPOSE })
  return { secret, sealed, hint: secret.slice(-HINT_LENGTH) }
}

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

const open = (sealed: string) => encryption.decrypt<string>(sealed, PURPOSE)
