import type { ChatMail } from '#chat/contracts/chat_mailer'
import type SentMail from '#chat/models/sent_mail'
import { lookOf } from '#chat/services/mail/mail_look'
import type { Render } from '#chat/services/mail/reply_mail'
import type { Transcript } from '#chat/services/transcripts/transcript_lines'
import { presentTranscript, transcriptText } from '#chat/services/transcripts/transcript_view'
import { directionOf } from '#chat/texts/languages'
import { text } from '#chat/texts/text'

/** What an email with a transcript is made from. */
export interface TranscriptMailParts {
  transcript: Transcript
  /** The emails about this conversation so far. */
  earlier: SentMail[]
  address: string
  messageId: string
  /** Where an answer goes; null for the sender's address. */
  replyTo: string | null
  /** The time zone of its times. */
  zone: string
  /** Where the conversation opens on any device. */
  link: string
  /** Where the address is taken off the list. */
  stopLink: string
}

/** The email that brings visitors their conversation (W20). */
export async function transcriptMail(
  parts: TranscriptMailParts,
  render: Render
): Promise<ChatMail> {
  const { transcript, earlier, address, messageId, replyTo, zone, link, stopLink } = parts
  const { widget, visitor, tenantId } = transcript.conversation
  const page = presentTranscript(transcript, zone)
  const { name: site } = widget
  const lines = {
    open: text('mails.reply.open'),
    expires: text('mails.reply.expires'),
    why: text('mails.transcript.why', { site }),
    stop: text('mails.reply.stop'),
  }
  const subject = text('mails.link.title', { site })
  const foot = [
    `${lines.open}:\n${link}\n${lines.expires}`,
    `${lines.why}\n${lines.stop}: ${stopLink}`,
  ]
  return {
    tenantId,
    messageId,
    senderName: site,
    to: { address, name: visitor.name },
    replyTo,
    subject,
    html: await render('chat::mails/transcript', {
      ...{ page, subject, lines, link, stopLink },
      locale: page.locale,
      direction: directionOf(page.locale),
      look: lookOf(widget),
    }),
    text: `${transcriptText(transcript, zone)}\n\n${foot.join('\n\n')}\n`,
    inReplyTo: earlier.at(-1)?.messageId ?? null,
    references: earlier.map((mail) => mail.messageId),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Unsubscribe': `<${stopLink}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}
