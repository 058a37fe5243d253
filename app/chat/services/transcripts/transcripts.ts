import { DateTime } from 'luxon'
import type { ChatMailer } from '#chat/contracts/chat_mailer'
import type Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { MailStops } from '#chat/services/mail/mail_stops'
import type { Mailing } from '#chat/services/mail/mailing'
import type { ServiceParts } from '#chat/services/service_parts'
import { transcriptLines, type Transcript } from '#chat/services/transcripts/transcript_lines'
import { TRANSCRIPT_MAIL, TranscriptMails } from '#chat/services/transcripts/transcript_mails'
import { MailsOff, MailStopped, NoMailAddress } from '#chat/exceptions/chat_errors'

interface Delivery {
  mailer: ChatMailer | null
  stops: MailStops
  mailing: Mailing
}

/** `chat.transcripts`: a conversation as its visitor may keep it, as a file or by email (W20). */
export class Transcripts {
  /** The kinds of scheduled emails. */
  readonly dueKinds: DueKind[]

  readonly #parts: ServiceParts & Delivery

  constructor(parts: ServiceParts, delivery: Delivery) {
    this.#parts = { ...parts, ...delivery }
    this.dueKinds = [new TranscriptMails(delivery.mailing)]
  }

  /** What the visitor has read, with the widget and the visitor: no notes, no internal lines. */
  async of(conversation: Conversation): Promise<Transcript> {
    if (!conversation.$preloaded.visitor) await conversation.load('visitor')
    if (!conversation.$preloaded.widget) await conversation.load('widget')
    return { conversation, ...(await transcriptLines(conversation)) }
  }

  /**
   * Whether a transcript can be mailed; answers the visitor's address.
   *
   * @throws MailsOff where no emails are sent
   * @throws NoMailAddress when the visitor has given none
   * @throws MailStopped when the address wants no emails, or its server refused one
   */
  async addressOf({ visitorId, tenantId }: Conversation): Promise<string> {
    if (!this.#parts.mailer) throw new MailsOff()
    const { email } = await Visitor.findOrFail(visitorId)
    if (!email) throw new NoMailAddress()
    if (await this.#parts.stops.reasonFor(tenantId, email)) throw new MailStopped([email])
    return email
  }

  /**
   * Schedules the email with a conversation's transcript to its visitor; asked for again before it has gone, it goes
   * once.
   *
   * @param zone the time zone of its times, an IANA name
   * @throws MailsOff, NoMailAddress, MailStopped
   */
  async mail(conversation: Conversation, zone: string): Promise<void> {
    await this.addressOf(conversation)
    const { db, dueActions } = this.#parts
    const order = {
      purpose: 'transcript-mail',
      kind: TRANSCRIPT_MAIL,
      dueAt: DateTime.utc(),
      payload: { zone },
    } as const
    await db.transaction((trx) => dueActions.schedule(conversation, order, trx))
  }
}
