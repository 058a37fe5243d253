import type { ChatConfig } from '#chat/config/chat_config'
import type { CrmHost } from '#chat/contracts/crm_host'
import { MailUnknown } from '#chat/exceptions/chat_errors'
import Conversation from '#chat/models/conversation'
import type MailRecipient from '#chat/models/mail_recipient'
import type { Attachments } from '#chat/services/attachments/attachments'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import type { Messages } from '#chat/services/conversations/messages'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import { AgentAnswers } from '#chat/services/mail/inbound/agent_answers'
import { isAutomatic } from '#chat/services/mail/inbound/automatic_mail'
import { bounceReport, type BounceReport } from '#chat/services/mail/inbound/bounce_report'
import type { MailReceipt } from '#chat/services/mail/inbound/mail_receipt'
import { parseMail, type ParsedMail } from '#chat/services/mail/inbound/parsed_mail'
import { ReceivedMails } from '#chat/services/mail/inbound/received_mails'
import { VisitorAnswers } from '#chat/services/mail/inbound/visitor_answers'
import type { MailRecipients } from '#chat/services/mail/mail_recipients'
import type { MailStops } from '#chat/services/mail/mail_stops'
import type { Agents } from '#chat/services/team/agents'
import { houseText } from '#chat/texts/text'
import { mailTooLarge } from '#chat/services/mail/inbound/mail_too_large'

/** What emails that come back are turned into messages with. */
export interface InboundParts {
  config: ChatConfig
  host: CrmHost
  writer: ConversationWriter
  messages: Messages
  agents: Agents
  attachments: Attachments
  recipients: MailRecipients
  stops: MailStops
}

/**
 * Answers to our emails (N1, N4): each becomes one message of the recipient, even when it arrives several times.
 * Automatic emails never become messages; a bounce marks its address.
 */
export class InboundMails {
  /** The originals. */
  readonly originals = new ReceivedMails()

  #visitors: VisitorAnswers
  #agents: AgentAnswers

  constructor(protected parts: InboundParts) {
    this.#visitors = new VisitorAnswers(parts, this.originals)
    this.#agents = new AgentAnswers(parts, this.originals)
  }

  /**
   * Takes an email as it arrived.
   *
   * @throws MailTooLarge beyond `mail.inbound.maxBytes`
   * @throws MailUnreadable when it is no email
   * @throws MailUnknown when it answers none of ours, or the module is off
   * @throws FileNotScanned while the scanner of files gives no verdict; any other error asks for another try as well
   */
  async receive(raw: Buffer): Promise<MailReceipt> {
    const { inbound } = this.parts.config.mail
    if (!inbound) throw new MailUnknown()
    if (raw.length > inbound.maxBytes) throw mailTooLarge(inbound.maxBytes)
    const mail = await parseMail(raw)
    const bounce = bounceReport(mail)
    if (bounce) return this.#bounced(bounce, mail)
    if (isAutomatic(mail) || this.parts.recipients.isOurs(mail.from.address)) {
      return { status: 'ignored', reason: 'automatic' }
    }
    const recipient = await this.parts.recipients.ofAddresses(mail.recipients)
    const conversation = recipient && (await this.#conversationOf(recipient))
    if (!conversation) throw new MailUnknown()
    const answers = recipient.role === 'visitor' ? this.#visitors : this.#agents
    return answers.take(mail, recipient, conversation)
  }

  /** The address gets no more emails, and the agents read why; a soft failure changes nothing. */
  async #bounced(report: BounceReport, mail: ParsedMail): Promise<MailReceipt> {
    const { recipients, stops, writer } = this.parts
    const recipient =
      (await recipients.ofMails(report.messageIds)) ??
      (await recipients.ofAddresses(mail.recipients))
    const conversation = recipient && (await this.#conversationOf(recipient))
    const receipt = { status: 'ignored', reason: 'bounce' } as const
    if (!conversation || !report.failed.includes(recipient.email)) return receipt
    const { tenantId, email } = recipient
    if (await stops.reasonFor(tenantId, email)) return receipt
    await writer.change(conversation, async (locked, trx) => {
      await stops.add(tenantId, email, 'bounced', trx)
      const line = houseText('system_lines.bounced', { email })
      return [await addSystemLine(locked, 'bounced', line, trx)]
    })
    return receipt
  }

  async #conversationOf({ tenantId, conversationId }: MailRecipient) {
    if (!(await this.parts.host.isModuleEnabled(tenantId))) return null
    return Conversation.query()
      .where({ id: conversationId, tenant_id: tenantId })
      .preload('visitor')
      .preload('widget')
      .first()
  }
}
