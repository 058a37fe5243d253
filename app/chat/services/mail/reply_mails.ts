import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import { AddressRefused, type ChatMailer } from '#chat/contracts/chat_mailer'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import { toSqlUtc } from '#chat/models/columns'
import SentMail from '#chat/models/sent_mail'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { DirectLinks } from '#chat/services/mail/direct_links'
import { mailLinks } from '#chat/services/mail/mail_links'
import type { MailRecipients } from '#chat/services/mail/mail_recipients'
import type { MailStops } from '#chat/services/mail/mail_stops'
import { replyMail, type Render } from '#chat/services/mail/reply_mail'
import { mailsOf, unreadReplies } from '#chat/services/mail/unread_replies'
import { inLanguage } from '#chat/texts/catalogue'
import { houseText } from '#chat/texts/text'

interface Parts {
  config: ChatConfig
  mailer: ChatMailer | null
  writer: ConversationWriter
  dueActions: DueActions
  links: DirectLinks
  recipients: MailRecipients
  stops: MailStops
  render: Render
}

/**
 * Emails visitors the replies that they have not read (N1): one email per burst, some minutes after its last reply.
 * Whether there is anything to send is decided when it is due.
 */
export class ReplyMails implements DueKind {
  readonly name = 'reply-mail'

  constructor(protected parts: Parts) {}

  /** When a reply of this moment is due by email; its conversation is stored with it. Null where none is sent. */
  dueAt(): DateTime | null {
    const { mailer, config } = this.parts
    return mailer && DateTime.utc().plus({ minutes: config.mail.unreadAfterMinutes })
  }

  async gather(now: DateTime, most: number): Promise<number> {
    const due = await Conversation.query()
      .where('mail_due_at', '<=', toSqlUtc(now))
      .orderBy('mail_due_at')
      .limit(most)
    for (const conversation of due) await this.#schedule(conversation, now)
    return due.length
  }

  /** A second run for the same row, after an answer of the mail server was lost, sends the same `Message-ID`. */
  async run({ conversationId, token }: DueAction): Promise<void> {
    const conversation = await Conversation.query()
      .where('id', conversationId!)
      .preload('visitor')
      .preload('widget')
      .first()
    const address = conversation && (await this.#addressOf(conversation))
    if (!address) return
    const earlier = await mailsOf(conversation)
    const replies = await unreadReplies(conversation, earlier)
    if (replies.length === 0) return
    const messageId = `<${token}@${new URL(this.parts.config.publicUrl).hostname}>`
    const links = await mailLinks(this.parts, conversation, address)
    const recipient = { role: 'visitor', email: address } as const
    const replyTo = await this.parts.recipients.register(conversation, messageId, recipient)
    const parts = { conversation, replies, earlier, address, messageId, replyTo, ...links }
    const mail = await inLanguage(conversation.visitor.locale, () =>
      replyMail(parts, this.parts.render)
    )
    try {
      await this.parts.mailer!.send(mail)
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error
      return this.#bounced(conversation, address)
    }
    await this.#sent(conversation, address, { messageId, upToSeq: replies.at(-1)!.seq })
  }

  #schedule(conversation: Conversation, now: DateTime) {
    return this.parts.writer.change(conversation, async (locked, trx) => {
      if (!locked.mailDueAt || locked.mailDueAt > now) return []
      locked.mailDueAt = null
      const order = { purpose: 'reply-mail', kind: this.name, dueAt: now } as const
      await this.parts.dueActions.schedule(locked, order, trx)
      return []
    })
  }

  /** Where the email goes; null when none is wanted any more. */
  async #addressOf({ tenantId, archivedAt, visitor, widget }: Conversation) {
    const isWanted =
      widget.mailReplies && !archivedAt && !visitor.blockedAt && visitor.email && this.parts.mailer
    if (!isWanted || (await this.parts.stops.reasonFor(tenantId, visitor.email!))) return null
    return visitor.email
  }

  async #sent(
    conversation: Conversation,
    email: string,
    { messageId, upToSeq }: { messageId: string; upToSeq: number }
  ) {
    const { tenantId, id } = conversation
    await this.parts.writer.change(conversation, async (locked, trx) => {
      const createdAt = DateTime.utc()
      const row = { tenantId, conversationId: id, messageId, upToSeq, createdAt }
      await SentMail.create(row, { client: trx })
      return [
        await addSystemLine(locked, 'mailed', houseText('system_lines.mailed', { email }), trx),
      ]
    })
  }

  async #bounced(conversation: Conversation, email: string) {
    await this.parts.writer.change(conversation, async (locked, trx) => {
      await this.parts.stops.add(locked.tenantId, email, 'bounced', trx)
      return [
        await addSystemLine(locked, 'bounced', houseText('system_lines.bounced', { email }), trx),
      ]
    })
  }
}
