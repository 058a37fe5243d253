import { type DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import { AddressRefused, type ChatMailer } from '#chat/contracts/chat_mailer'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { isUnanswered } from '#chat/services/conversations/missed_time'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import { dueConversations } from '#chat/services/due_actions/due_conversations'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { MailRecipients } from '#chat/services/mail/mail_recipients'
import type { MailStops } from '#chat/services/mail/mail_stops'
import { missedMail } from '#chat/services/mail/missed_mail'
import { type Render } from '#chat/services/mail/envelope'
import { unansweredMessages } from '#chat/services/mail/unanswered_messages'
import { isWithinBusinessHours } from '#chat/services/widgets/business_hours'
import { houseLanguage, inLanguage } from '#chat/texts/catalogue'
import { houseText } from '#chat/texts/text'

interface Parts {
  config: ChatConfig
  mailer: ChatMailer | null
  writer: ConversationWriter
  dueActions: DueActions
  stops: MailStops
  recipients: MailRecipients
  render: Render
}

/**
 * Missed conversations (N4): when no agent has answered in time, the visitor reads that the answer takes longer, which
 * has the widget ask where they can be reached, and the widget's team gets one email. Outside business hours the widget
 * has said so already, and only the email goes out.
 */
export class MissedChats implements DueKind {
  readonly name = 'missed-chat'

  constructor(protected parts: Parts) {}

  async gather(now: DateTime, most: number): Promise<number> {
    const due = await dueConversations('missed_due_at', now, most).preload('widget')
    for (const conversation of due) await this.#miss(conversation, now)
    return due.length
  }

  /** A second run for the same row, after an answer of the mail server was lost, sends the same `Message-ID`. */
  async run(action: DueAction): Promise<void> {
    const { conversationId, token } = action
    const conversation = await Conversation.query()
      .where('id', conversationId!)
      .preload('visitor')
      .preload('widget')
      .first()
    const address = conversation && (await this.#addressOf(conversation))
    if (!address) return
    const messages = await unansweredMessages(conversation)
    if (messages.length === 0) return
    const { config, recipients, render } = this.parts
    const messageId = `<${token}@${new URL(config.publicUrl).hostname}>`
    const { publicUrl } = config
    const recipient = { role: 'team', email: address } as const
    const replyTo = await recipients.register(conversation, messageId, recipient)
    const parts = { conversation, messages, address, messageId, replyTo, publicUrl }
    const mail = await inLanguage(houseLanguage(), () => missedMail(parts, render))
    try {
      await this.parts.mailer!.send(mail)
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error
      return this.#record(action, conversation, 'bounced', address)
    }
    await this.#record(action, conversation, 'mailed', address)
  }

  #miss(conversation: Conversation, now: DateTime) {
    const { widget } = conversation
    return this.parts.writer.change(conversation, async (locked, trx) => {
      if (!locked.missedDueAt || locked.missedDueAt > now) return []
      locked.missedDueAt = null
      if (!isUnanswered(locked)) return []
      if (widget.teamEmail && this.parts.mailer) {
        const order = { purpose: this.name, kind: this.name, dueAt: now } as const
        await this.parts.dueActions.schedule(locked, order, trx)
      }
      if (!isWithinBusinessHours(widget.businessHours, locked.waitingSince!)) return []
      return [await addSystemLine(locked, 'missed', { key: 'missed', agent: '' }, trx)]
    })
  }

  /** Where the email goes; null when none is wanted any more. */
  async #addressOf(conversation: Conversation) {
    const { tenantId, visitor, widget } = conversation
    const { teamEmail: address } = widget
    if (!address || !this.parts.mailer || visitor.blockedAt || !isUnanswered(conversation)) {
      return null
    }
    return (await this.parts.stops.reasonFor(tenantId, address)) ? null : address
  }

  /** The row ends with the line in the thread, so that there is one. */
  async #record(
    action: DueAction,
    conversation: Conversation,
    event: 'mailed' | 'bounced',
    email: string
  ) {
    await this.parts.writer.change(conversation, async (locked, trx) => {
      await this.parts.dueActions.end(action, trx)
      const isSent = event === 'mailed'
      if (!isSent) await this.parts.stops.add(locked.tenantId, email, 'bounced', trx)
      const line = isSent
        ? houseText('system_lines.missed_mailed', { email })
        : houseText('system_lines.bounced', { email })
      return [await addSystemLine(locked, event, line, trx)]
    })
  }
}
