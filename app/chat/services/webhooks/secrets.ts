import { randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import encryption from '@adonisjs/core/services/encryption'
import type Webhook from '#chat/models/webhook'

const PURPOSE = 'chat.webhook.secret'
const HINT_LENGTH = 4

/** For how long deliveries carry the old secret's signature as well, so that a receiver can change over. */
export const CHANGE_OVER_HOURS = 24

/** A new secret as its owner gets it, once, and as it is kept: encrypted with the application's key. */
export function mintSecret() {
  const secret = `whsec_${randomBytes(32).toString('base64url')}`
  const sealed = encryption.encrypt(secret, { purpose: PURPOSE })
  return { secret, sealed, hint: secret.slice(-HINT_LENGTH) }
}

/**
 * The secrets that a webhook's deliveries are signed with: its own, and for a while the one before. Empty
 * when the application's key is no longer the one that they were encrypted with.
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
