import { createHash } from 'node:crypto'
import type { ChatConfig } from '#chat/config/chat_config'
import { encryptPush } from '#chat/services/notifications/push/encrypt_push'
import type { PushKeys } from '#chat/services/notifications/push/push_keys'
import { isPushEndpoint } from '#chat/services/notifications/push/push_services'
import {
  keysOf,
  type StoredSubscription,
} from '#chat/services/notifications/push/subscription_columns'
import { vapidHeader } from '#chat/services/notifications/push/vapid'
import { guardedPost } from '#chat/services/webhooks/guarded_post'

/** Seconds that a push service keeps a push for a browser that is not there. */
const KEPT_SECONDS = 4 * 3600
/** The subscription has ended, or was made for other keys than those of the application. */
const ENDED = [401, 403, 404, 410]

/** What a push service allows for a topic. */
const TOPIC_LENGTH = 32

/** The topic of pushes about one thing, by its external id. */
export const topicOf = (externalId: string) =>
  createHash('sha256').update(externalId).digest('base64url').slice(0, TOPIC_LENGTH)

/** What is sent, as its browser reads it. */
interface Push {
  /** A newer push with the same topic replaces one that was not delivered yet. */
  topic: string
}

interface Parts {
  config: Pick<ChatConfig, 'push' | 'publicUrl'>
  keys: PushKeys
}

/**
 * Posts pushes to browsers (RFC 8030, 8291, 8292): to known push services and public addresses only, without
 * following redirects.
 */
export class PushPost {
  constructor(protected parts: Parts) {}

  /** Whether a subscription can get pushes; its keys cannot be read when the application's key has changed. */
  canReach(subscription: StoredSubscription): boolean {
    return (
      isPushEndpoint(subscription.endpoint, this.parts.config.push) && keysOf(subscription) !== null
    )
  }

  /**
   * Sends a push to a browser that can be reached; returns whether the subscription is still alive.
   *
   * @throws NoAnswer, PushNotTaken; both lead to a retry
   */
  async send(
    subscription: StoredSubscription,
    push: Push,
    { isUrgent = false, signal }: { isUrgent?: boolean; signal: AbortSignal }
  ): Promise<boolean> {
    const { config, keys } = this.parts
    const { endpoint, tenantId } = subscription
    const { status } = await guardedPost({
      url: endpoint,
      allowPrivate: config.push.allowPrivateAddresses,
      timeoutMs: config.push.timeoutSeconds * 1000,
      headers: {
        'Authorization': vapidHeader(endpoint, contactOf(config), await keys.of(tenantId)),
        'Content-Encoding': 'aes128gcm',
        'Content-Type': 'application/octet-stream',
        'TTL': String(KEPT_SECONDS),
        'Topic': push.topic,
        'Urgency': isUrgent ? 'high' : 'normal',
      },
      body: encryptPush(JSON.stringify(push), keysOf(subscription)!),
      signal,
    })
    if (ENDED.includes(status)) return false
    if (status < 200 || status > 299) throw new PushNotTaken(status)
    return true
  }
}

/** The push service has answered, and has not taken the push. */
class PushNotTaken extends Error {
  constructor(status: number) {
    super(`The push service answered ${status}`)
  }
}

/** Push services ask for an address by which their operators reach those of the application. */
function contactOf({ push, publicUrl }: Parts['config']) {
  if (push.contact) return push.contact
  const { protocol, origin, hostname } = new URL(publicUrl)
  return protocol === 'https:' ? origin : `mailto:webmaster@${hostname}`
}
