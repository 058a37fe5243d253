import type DueAction from '#chat/models/due_action'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { Mailing } from '#chat/services/mail/mailing'
import { mailsOf } from '#chat/services/mail/unread_replies'
import { transcriptLines } from '#chat/services/transcripts/transcript_lines'
import { transcriptMail } from '#chat/services/transcripts/transcript_mail'

/** The name of the kind in stored rows. */
export const TRANSCRIPT_MAIL = 'transcript-mail'

/** Messages of an email: mail programs cut what is longer than 100 KB. */
const MOST_LINES = 200

/** Emails visitors the transcripts that were asked for (W20). */
export class TranscriptMails implements DueKind {
  readonly name = TRANSCRIPT_MAIL

  constructor(protected mailing: Mailing) {}

  async run(action: DueAction): Promise<void> {
    const conversation = await this.mailing.find(action)
    const address = conversation && (await this.mailing.addressOf(conversation))
    if (!address) return
    const earlier = await mailsOf(conversation)
    const transcript = { conversation, ...(await transcriptLines(conversation, MOST_LINES)) }
    const zone = String(action.payload.zone)
    await this.mailing.send(conversation, address, {
      earlier,
      token: action.token,
      letter: {
        // What was mailed need not be mailed again as an unread reply
        upToSeq: conversation.lastSeq,
        line: 'system_lines.transcript_mailed',
        write: (envelope, render) => transcriptMail(envelope, { transcript, zone }, render),
      },
    })
  }
}
