import type { ChatMailer } from '#chat/contracts/chat_mailer'
import type DirectLink from '#chat/models/direct_link'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { type DirectLinks } from '#chat/services/mail/direct_links'
import { KeptMails } from '#chat/services/mail/kept_mails'
import { InboundMails, type InboundParts } from '#chat/services/mail/inbound/inbound_mails'
import { MailRecipients } from '#chat/services/mail/mail_recipients'
import { MailStops } from '#chat/services/mail/mail_stops'
import type { Render } from '#chat/services/mail/envelope'
import { Mailing } from '#chat/services/mail/mailing'
import { MissedChats } from '#chat/services/mail/missed_chats'
import { ReplyMails } from '#chat/services/mail/reply_mails'
import type { ServiceParts } from '#chat/services/service_parts'

/** `chat.mails`: emails to visitors, the links in them, and who wants none. */
export class Mails {
  /** Links that open one conversation on any device. */
  readonly links: DirectLinks

  /** Addresses that get no emails. */
  readonly stops = new MailStops()

  /** Emails that come back. */
  inbound!: InboundMails

  /** Who each email goes to. */
  readonly recipients: MailRecipients

  /** Sends what is written about a conversation to its visitor. */
  readonly mailing: Mailing

  /** Emails about replies that their visitors have not read. */
  readonly replies: ReplyMails

  /** Conversations that no agent has answered in time. */
  readonly missed: MissedChats

  /** The kinds of scheduled emails. */
  readonly dueKinds: DueKind[]

  constructor(
    { config, writer, dueActions, links }: ServiceParts,
    protected mailer: ChatMailer | null,
    render: Render
  ) {
    this.links = links
    this.recipients = new MailRecipients(config)
    const { stops, recipients } = this
    const sending = { config, mailer, writer, stops, recipients, render }
    this.mailing = new Mailing({ ...sending, links })
    const { mailing } = this
    this.replies = new ReplyMails({ config, mailer, writer, dueActions, mailing })
    this.missed = new MissedChats({ ...sending, dueActions })
    this.dueKinds = [this.replies, this.missed]
  }

  /** Takes emails that come back; called once, as messages and agents need what sends emails themselves. */
  receiveWith(parts: Omit<InboundParts, 'recipients' | 'stops'>) {
    const { recipients, stops } = this
    this.inbound = new InboundMails({ ...parts, recipients, stops })
  }

  /** Whether emails are sent, kept for admins to read, or neither. */
  get state(): 'sent' | 'kept' | 'off' {
    if (!this.mailer) return 'off'
    return this.kept ? 'kept' : 'sent'
  }

  /** The emails of an installation without a mail server, for its admins to read; null where there is one. */
  get kept(): KeptMails | null {
    return this.mailer instanceof KeptMails ? this.mailer : null
  }

  /** The address that a link was sent to gets no more emails. */
  async stop({ tenantId, email }: DirectLink): Promise<void> {
    await this.stops.add(tenantId, email, 'unsubscribed')
  }
}
