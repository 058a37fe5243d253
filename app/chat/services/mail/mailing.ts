import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import { AddressRefused, type ChatMail, type ChatMailer } from '#chat/contracts/chat_mailer'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import SentMail from '#chat/models/sent_mail'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { DirectLinks } from '#chat/services/mail/direct_links'
import type { Envelope, Render } from '#chat/services/mail/envelope'
import { mailLinks } from '#chat/services/mail/mail_links'
import type { MailRecipients } from '#chat/services/mail/mail_recipients'
import type { MailStops } from '#chat/services/mail/mail_stops'
import { inLanguage } from '#chat/texts/catalogue'
import { houseText } from '#chat/texts/text'

export interface MailingParts {
  config: ChatConfig
  mailer: ChatMailer | null
  writer: ConversationWriter
  links: DirectLinks
  stops: MailStops
  recipients: MailRecipients
  render: Render
}

/** One email about a conversation: what it says, and what is stored when it has gone. */
export interface Letter {
  /** Replies up to this one need not be mailed again. */
  upToSeq: number
  /** The text of the line that the thread gets. */
  line: 'system_lines.mailed' | 'system_lines.transcript_mailed'
  /** Writes it, in the visitor's language. */
  write(envelope: Envelope, render: Render): Promise<ChatMail>
}

/**
 * Sends emails about conversations to their visitors, each once: a repeated run has the same `Message-ID`, by which it
 * is recognised. An address that the mail server refuses gets no more.
 */
export class Mailing {
  constructor(protected parts: MailingParts) {}

  /** The conversation of a due email with its visitor and widget; null when it was deleted. */
  find({ conversationId }: DueAction): Promise<Conversation | null> {
    return Conversation.query()
      .where('id', conversationId!)
      .preload('visitor')
      .preload('widget')
      .first()
  }

  /** The address that a visitor's emails go to; null where none are sent or the address gets none. */
  async addressOf({ tenantId, visitor }: Conversation): Promise<string | null> {
    const { mailer, stops } = this.parts
    if (!mailer || !visitor.email) return null
    return (await stops.reasonFor(tenantId, visitor.email)) ? null : visitor.email
  }

  /**
   * Sends a letter to the visitor and adds a line about it to the thread.
   *
   * @param earlier the emails about this conversation so far, oldest first
   * @param token what makes its `Message-ID`: that of the due action
   * @throws whatever the mail server says, except that it refuses the address
   */
  async send(
    conversation: Conversation,
    address: string,
    { earlier, token, letter }: { earlier: SentMail[]; token: string; letter: Letter }
  ): Promise<void> {
    const { config, mailer, recipients, render } = this.parts
    const messageId = `<${token}@${new URL(config.publicUrl).hostname}>`
    // The process ended between the email and the end of its due action
    if (earlier.some((mail) => mail.messageId === messageId)) return
    const links = await mailLinks(this.parts, conversation, address)
    const recipient = { role: 'visitor', email: address } as const
    const replyTo = await recipients.register(conversation, messageId, recipient)
    const envelope = { conversation, earlier, address, messageId, replyTo, ...links }
    const { locale } = conversation.visitor
    const mail = await inLanguage(locale, () => letter.write(envelope, render))
    try {
      await mailer!.send(mail)
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error
      return this.#bounced(envelope)
    }
    await this.#sent(envelope, letter)
  }

  async #sent({ conversation, address: email, messageId }: Envelope, { upToSeq, line }: Letter) {
    const { tenantId, id: conversationId } = conversation
    await this.parts.writer.change(conversation, async (locked, trx) => {
      const row = { tenantId, conversationId, messageId, upToSeq, createdAt: DateTime.utc() }
      await SentMail.create(row, { client: trx })
      return [await addSystemLine(locked, 'mailed', houseText(line, { email }), trx)]
    })
  }

  async #bounced({ conversation, address: email }: Envelope) {
    await this.parts.writer.change(conversation, async (locked, trx) => {
      await this.parts.stops.add(locked.tenantId, email, 'bounced', trx)
      const line = houseText('system_lines.bounced', { email })
      return [await addSystemLine(locked, 'bounced', line, trx)]
    })
  }
}
