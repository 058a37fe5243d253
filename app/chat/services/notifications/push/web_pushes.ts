import type { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import type DueAction from '#chat/models/due_action'
import PushSubscription from '#chat/models/push_subscription'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { ALERT_KINDS } from '#chat/services/notifications/notice_rows'
import type { NoticeRecipients } from '#chat/services/notifications/notice_recipient'
import { encryptPush } from '#chat/services/notifications/push/encrypt_push'
import type { PushKeys } from '#chat/services/notifications/push/push_keys'
import { pushOf } from '#chat/services/notifications/push/push_message'
import { isPushEndpoint } from '#chat/services/notifications/push/push_services'
import { keysOf } from '#chat/services/notifications/push/push_subscriptions'
import { vapidHeader } from '#chat/services/notifications/push/vapid'
import { guardedPost } from '#chat/services/webhooks/guarded_post'
import { inLanguage } from '#chat/texts/catalogue'
import type { PushJson } from '#chat/transformers/json/notification_json'

/** Seconds that a push service keeps a push for a browser that is not there. */
const KEPT_SECONDS = 4 * 3600
/** The subscription has ended, or was made for other keys than those of the application. */
const ENDED = [401, 403, 404, 410]

interface Parts {
  config: Pick<ChatConfig, 'push' | 'publicUrl'>
  keys: PushKeys
  recipients: NoticeRecipients
}

/**
 * Sends a notification to one browser (RFC 8030, 8291, 8292): to known push services and public addresses only, without
 * following redirects. After a crash the same push may go twice; its topic has the second one replace the first.
 */
export class WebPushes implements DueKind {
  readonly name = ALERT_KINDS.push

  constructor(protected parts: Parts) {}

  /** @throws NoAnswer, PushNotTaken; both lead to a retry */
  async run({ payload }: DueAction, now: DateTime, signal: AbortSignal): Promise<void> {
    const [notificationId, subscriptionId] = String(payload.subject).split('-').map(Number)
    const subscription = await PushSubscription.find(subscriptionId)
    if (!subscription) return
    const keys = keysOf(subscription)
    const { config, recipients } = this.parts
    if (!keys || !isPushEndpoint(subscription.endpoint, config.push)) {
      return subscription.delete()
    }
    const recipient = await recipients.of(notificationId, 'push', now)
    if (!recipient || recipient.notification.agentId !== subscription.agentId) return
    const push = inLanguage(subscription.locale, () =>
      pushOf(recipient.notification, config.publicUrl)
    )
    const { status } = await guardedPost({
      url: subscription.endpoint,
      allowPrivate: config.push.allowPrivateAddresses,
      timeoutMs: config.push.timeoutSeconds * 1000,
      headers: await this.#headers(subscription, push),
      body: encryptPush(JSON.stringify(push), keys),
      signal,
    })
    if (ENDED.includes(status)) return subscription.delete()
    if (status < 200 || status > 299) throw new PushNotTaken(status)
  }

  async #headers({ endpoint, tenantId }: PushSubscription, { topic, urgent }: PushJson) {
    const { keys, config } = this.parts
    const authorization = vapidHeader(endpoint, contactOf(config), await keys.of(tenantId))
    return {
      'Authorization': authorization,
      'Content-Encoding': 'aes128gcm',
      'Content-Type': 'application/octet-stream',
      'TTL': String(KEPT_SECONDS),
      'Topic': topic,
      'Urgency': urgent ? 'high' : 'normal',
    }
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
