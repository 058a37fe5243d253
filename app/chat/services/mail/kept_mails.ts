import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { ChatMail, ChatMailer } from '#chat/contracts/chat_mailer'
import KeptMail from '#chat/models/kept_mail'
import { isDuplicate } from '#chat/support/row_lock'

const MOST = 200

/**
 * The mailer of an installation without a mail server: it keeps each email as a row, for admins to read, and sends
 * none. The same email twice is one row.
 */
export class KeptMails implements ChatMailer {
  async send(mail: ChatMail): Promise<void> {
    const { to, replyTo, inReplyTo, references, headers } = mail
    try {
      await KeptMail.create({
        externalId: randomUUID(),
        tenantId: mail.tenantId,
        messageId: mail.messageId,
        recipient: to.name ? `${to.name} <${to.address}>` : to.address,
        sender: mail.senderName,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: {
          ...headers,
          ...(replyTo && { 'Reply-To': replyTo }),
          ...(inReplyTo && { 'In-Reply-To': inReplyTo, 'References': references.join(' ') }),
        },
        createdAt: DateTime.utc(),
      })
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }

  /** A tenant's newest emails. */
  list(tenantId: string): Promise<KeptMail[]> {
    return KeptMail.query().where('tenant_id', tenantId).orderBy('id', 'desc').limit(MOST)
  }

  find(tenantId: string, externalId: string): Promise<KeptMail | null> {
    return KeptMail.query().where({ tenant_id: tenantId, external_id: externalId }).first()
  }
}
