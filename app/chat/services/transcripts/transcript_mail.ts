import type { ChatMail } from '#chat/contracts/chat_mailer'
import { addressed, footOf, type Envelope, type Render } from '#chat/services/mail/envelope'
import { lookOf } from '#chat/services/mail/mail_look'
import type { Transcript } from '#chat/services/transcripts/transcript_lines'
import { presentTranscript, transcriptText } from '#chat/services/transcripts/transcript_view'
import { directionOf } from '#chat/texts/languages'
import { text } from '#chat/texts/text'

/**
 * The email that brings visitors their conversation (W20).
 *
 * @param zone the time zone of its times
 */
export async function transcriptMail(
  envelope: Envelope,
  { transcript, zone }: { transcript: Transcript; zone: string },
  render: Render
): Promise<ChatMail> {
  const { link, stopLink } = envelope
  const look = lookOf(envelope.conversation.widget)
  const { site } = look
  const lines = {
    open: text('mails.reply.open'),
    expires: text('mails.reply.expires'),
    why: text('mails.transcript.why', { site }),
    stop: text('mails.reply.stop'),
  }
  const subject = text('mails.link.title', { site })
  const page = presentTranscript(transcript, zone)
  const { locale } = page
  return {
    ...addressed(envelope),
    senderName: site,
    subject,
    html: await render('chat::mails/transcript', {
      ...{ locale, direction: directionOf(locale), subject, look },
      ...{ page, lines, link, stopLink },
    }),
    text: [transcriptText(transcript, zone), ...footOf(lines, envelope)].join('\n\n') + '\n',
  }
}
