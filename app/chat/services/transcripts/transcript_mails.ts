import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import { AddressRefused, type ChatMailer } from '#chat/contracts/chat_mailer'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import SentMail from '#chat/models/sent_mail'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { DirectLinks } from '#chat/services/mail/direct_links'
import { mailLinks } from '#chat/services/mail/mail_links'
import type { MailRecipients } from '#chat/services/mail/mail_recipients'
import type { MailStops } from '#chat/services/mail/mail_stops'
import type { Render } from '#chat/services/mail/reply_mail'
import { mailsOf } from '#chat/services/mail/unread_replies'
import { transcriptLines } from '#chat/services/transcripts/transcript_lines'
import { transcriptMail } from '#chat/services/transcripts/transcript_mail'
import { inLanguage } from '#chat/texts/catalogue'
import { houseText } from '#chat/texts/text'

/** The name of the kind in stored rows. */
export const TRANSCRIPT_MAIL = 'transcript-mail'

/** Messages of an email: mail programs cut what is longer than 100 KB. */
const MOST_LINES = 200

interface Parts {
  config: ChatConfig
  mailer: ChatMailer | null
  writer: ConversationWriter
  links: DirectLinks
  recipients: MailRecipients
  stops: MailStops
  render: Render
}

/** Emails visitors the transcripts that were asked for (W20), each once: a repeated run keeps its `Message-ID`. */
export class TranscriptMails implements DueKind {
  readonly name = TRANSCRIPT_MAIL

  constructor(protected parts: Parts) {}

  async run({ conversationId, token, payload }: DueAction): Promise<void> {
    const conversation = await Conversation.query()
      .where('id', conversationId!)
      .preload('visitor')
      .preload('widget')
      .first()
    const address = conversation?.visitor.email
    if (!address || !this.parts.mailer) return
    if (await this.parts.stops.reasonFor(conversation.tenantId, address)) return
    const earlier = await mailsOf(conversation)
    const { lines, isCut } = await transcriptLines(conversation, MOST_LINES)
    const messageId = `<${token}@${new URL(this.parts.config.publicUrl).hostname}>`
    // The process ended between the email and the end of the row
    if (earlier.some((mail) => mail.messageId === messageId)) return
    const recipient = { role: 'visitor', email: address } as const
    const parts = {
      transcript: { conversation, lines, isCut },
      earlier,
      address,
      messageId,
      replyTo: await this.parts.recipients.register(conversation, messageId, recipient),
      zone: String(payload.zone),
      ...(await mailLinks(this.parts, conversation, address)),
    }
    const mail = await inLanguage(conversation.visitor.locale, () =>
      transcriptMail(parts, this.parts.render)
    )
    try {
      await this.parts.mailer.send(mail)
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error
      return this.#bounced(conversation, address)
    }
    await this.#sent(conversation, address, messageId)
  }

  /** What was mailed need not be mailed again as an unread reply. */
  async #sent(conversation: Conversation, email: string, messageId: string) {
    const { tenantId, id, lastSeq: upToSeq } = conversation
    await this.parts.writer.change(conversation, async (locked, trx) => {
      const row = { tenantId, conversationId: id, messageId, upToSeq, createdAt: DateTime.utc() }
      await SentMail.create(row, { client: trx })
      const line = houseText('system_lines.transcript_mailed', { email })
      return [await addSystemLine(locked, 'mailed', line, trx)]
    })
  }

  async #bounced(conversation: Conversation, email: string) {
    await this.parts.writer.change(conversation, async (locked, trx) => {
      await this.parts.stops.add(locked.tenantId, email, 'bounced', trx)
      const line = houseText('system_lines.bounced', { email })
      return [await addSystemLine(locked, 'bounced', line, trx)]
    })
  }
}
