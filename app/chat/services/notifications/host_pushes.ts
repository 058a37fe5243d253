import type { DateTime } from 'luxon'
import type { PushDriver } from '#chat/contracts/push_driver'
import type DueAction from '#chat/models/due_action'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { ALERT_KINDS } from '#chat/services/notifications/notice_rows'
import { pushOf } from '#chat/services/notifications/push/push_message'
import type { NoticeRecipients } from '#chat/services/notifications/notice_recipient'
import { inLanguage } from '#chat/texts/catalogue'

interface Parts {
  driver: PushDriver | null
  publicUrl: string
  recipients: NoticeRecipients
}

/** Hands notifications to the host's own push driver. */
export class HostPushes implements DueKind {
  readonly name = ALERT_KINDS.host

  constructor(protected parts: Parts) {}

  async run({ payload }: DueAction, now: DateTime): Promise<void> {
    const { driver, publicUrl, recipients } = this.parts
    if (!driver) return
    const recipient = await recipients.of(Number(payload.subject), 'host', now)
    if (!recipient) return
    const { notification, user, locale } = recipient
    const push = inLanguage(locale, () => pushOf(notification, publicUrl))
    const { topic, kind, title, body, conversation, url, urgent: isUrgent } = push
    await driver.send({
      ...{ tenantId: notification.tenantId, userId: user.id, conversationId: conversation },
      ...{ topic, kind, title, body, url, isUrgent },
    })
  }
}
