import type { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import type DueAction from '#chat/models/due_action'
import PushSubscription from '#chat/models/push_subscription'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { ALERT_KINDS } from '#chat/services/notifications/notice_rows'
import type { NoticeRecipients } from '#chat/services/notifications/notice_recipient'
import { pushOf } from '#chat/services/notifications/push/push_message'
import type { PushPost } from '#chat/services/notifications/push/push_post'
import { inLanguage } from '#chat/texts/catalogue'

interface Parts {
  config: Pick<ChatConfig, 'publicUrl'>
  post: PushPost
  recipients: NoticeRecipients
}

/**
 * Sends a notification to one browser of an agent. After a crash the same push may go twice; its topic has the second
 * one replace the first.
 */
export class WebPushes implements DueKind {
  readonly name = ALERT_KINDS.push

  constructor(protected parts: Parts) {}

  /** @throws NoAnswer, PushNotTaken; both lead to a retry */
  async run({ payload }: DueAction, now: DateTime, signal: AbortSignal): Promise<void> {
    const [notificationId, subscriptionId] = String(payload.subject).split('-').map(Number)
    const subscription = await PushSubscription.find(subscriptionId)
    if (!subscription) return
    const { config, post, recipients } = this.parts
    if (!post.canReach(subscription)) return subscription.delete()
    const recipient = await recipients.of(notificationId, 'push', now)
    if (!recipient || recipient.notification.agentId !== subscription.agentId) return
    const push = inLanguage(subscription.locale, () =>
      pushOf(recipient.notification, config.publicUrl)
    )
    const isAlive = await post.send(subscription, push, { isUrgent: push.urgent, signal })
    if (!isAlive) await subscription.delete()
  }
}
