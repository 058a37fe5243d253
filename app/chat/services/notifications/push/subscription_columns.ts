import { createHash } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import type { ChatConfig } from '#chat/config/chat_config'
import { PushEndpointRefused } from '#chat/exceptions/chat_errors'
import { areBrowserKeys, type BrowserKeys } from '#chat/services/notifications/push/encrypt_push'
import { isPushEndpoint } from '#chat/services/notifications/push/push_services'

const PURPOSE = 'chat.push.secret'

/** What a browser gives of its subscription. */
export interface Subscription {
  endpoint: string
  /** base64url, as browsers give them. */
  p256dh: string
  auth: string
}

/** What of a stored subscription pushes are sent by. */
export interface StoredSubscription {
  tenantId: string
  endpoint: string
  browserKey: string
  secret: string
}

/**
 * A subscription as columns, its secret encrypted.
 *
 * @throws PushEndpointRefused when its endpoint is none of a known push service, or its keys are not valid
 */
export function subscriptionColumns(
  { endpoint, p256dh, auth }: Subscription,
  config: ChatConfig['push']
) {
  const keys = { publicKey: fromBase64(p256dh), secret: fromBase64(auth) }
  if (!isPushEndpoint(endpoint, config) || !areBrowserKeys(keys)) throw new PushEndpointRefused()
  return {
    endpoint,
    endpoint_hash: hashOf(endpoint),
    browser_key: keys.publicKey.toString('base64url'),
    secret: encryption.encrypt(keys.secret.toString('base64url'), { purpose: PURPOSE }),
  }
}

/** A browser's keys; null when the application's key has changed since they were stored. */
export function keysOf({ browserKey, secret }: StoredSubscription): BrowserKeys | null {
  const opened = encryption.decrypt<string>(secret, PURPOSE)
  return opened ? { publicKey: fromBase64(browserKey), secret: fromBase64(opened) } : null
}

/** What a subscription is found by: a browser has one row, for all of its users. */
export const hashOf = (endpoint: string) => createHash('sha256').update(endpoint).digest('hex')

const fromBase64 = (text: string) => Buffer.from(text, 'base64url')
