import { ConversationEnded } from '#chat/exceptions/chat_errors'
import type Conversation from '#chat/models/conversation'
import type MailRecipient from '#chat/models/mail_recipient'
import type { Attachments } from '#chat/services/attachments/attachments'
import type { Messages } from '#chat/services/conversations/messages'
import type { MailReceipt } from '#chat/services/mail/inbound/mail_receipt'
import { takeFiles } from '#chat/services/mail/inbound/inbound_files'
import { mailDraft } from '#chat/services/mail/inbound/mail_draft'
import type { ParsedMail } from '#chat/services/mail/inbound/parsed_mail'
import type { ReceivedMails } from '#chat/services/mail/inbound/received_mails'

/** Answers to emails that went to visitors. */
export class VisitorAnswers {
  constructor(
    protected parts: { messages: Messages; attachments: Attachments },
    protected originals: ReceivedMails
  ) {}

  /**
   * Adds the answer to the conversation or, when that ended too long ago, to a new one. An answer from another address
   * is the words of its sender, and marked.
   */
  async take(
    mail: ParsedMail,
    { email }: MailRecipient,
    conversation: Conversation
  ): Promise<MailReceipt> {
    const { visitor, widget, externalId } = conversation
    if (visitor.blockedAt) return { status: 'ignored', reason: 'blocked' }
    const kept = await this.originals.keep(conversation, mail)
    const files = await takeFiles(mail, kept, (file) =>
      this.parts.attachments.fromVisitor(visitor, widget, file)
    )
    const draft = mailDraft(mail, kept, mail.from.address !== email, files)
    const { visitor: messages } = this.parts.messages
    const post = await messages.post(visitor, externalId, draft).catch((error: unknown) => {
      if (!(error instanceof ConversationEnded)) throw error
      return messages.start(widget, visitor, draft, { ipAddress: null })
    })
    await this.originals.move(kept, post.conversation)
    return { status: post.isNew ? 'stored' : 'duplicate' }
  }
}
