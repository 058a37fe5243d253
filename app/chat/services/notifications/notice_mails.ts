import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import { AddressRefused, type ChatMailer } from '#chat/contracts/chat_mailer'
import type DueAction from '#chat/models/due_action'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { MailRecipients } from '#chat/services/mail/mail_recipients'
import type { MailStops } from '#chat/services/mail/mail_stops'
import type { Render } from '#chat/services/mail/envelope'
import { noticeMail } from '#chat/services/notifications/notice_mail'
import type { NoticeRecipients } from '#chat/services/notifications/notice_recipient'
import { ALERT_KINDS } from '#chat/services/notifications/notice_rows'
import { inLanguage } from '#chat/texts/catalogue'
import { chatPath } from '#chat/support/chat_url'

interface Parts {
  config: ChatConfig
  mailer: ChatMailer | null
  render: Render
  stops: MailStops
  /** The addresses that answers go to. */
  addresses: MailRecipients
  recipients: NoticeRecipients
}

/** Emails agents a notification that they have not seen for some minutes, once until they have; they may answer by email (N2). */
export class NoticeMails implements DueKind {
  readonly name = ALERT_KINDS.mail

  constructor(protected parts: Parts) {}

  /** A second run for the same row, after an answer of the mail server was lost, sends the same `Message-ID`. */
  async run({ payload, token }: DueAction, now: DateTime): Promise<void> {
    const { config, mailer, render, stops, addresses, recipients } = this.parts
    const recipient = mailer && (await recipients.of(Number(payload.subject), 'mail', now))
    if (!recipient || recipient.notification.mailedAt) return
    const { notification, user, locale } = recipient
    if (await stops.reasonFor(notification.tenantId, user.email)) return
    const { publicUrl } = config
    const { agentId, conversation } = notification
    const { externalId: id } = conversation
    const messageId = `<${token}@${new URL(publicUrl).hostname}>`
    const addressee = { role: 'agent', email: user.email, agentId } as const
    const parts = {
      messageId,
      replyTo: await addresses.register(conversation, messageId, addressee),
      link: publicUrl + chatPath('chat.inbox.show', { id }),
      settingsLink: publicUrl + chatPath('chat.notifications.settings'),
    }
    const mail = await inLanguage(locale, () => noticeMail(recipient, parts, render))
    try {
      await mailer.send(mail)
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error
    }
    await notification.merge({ mailedAt: DateTime.utc() }).save()
  }
}
