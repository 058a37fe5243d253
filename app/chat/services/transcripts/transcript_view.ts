import { DateTime } from 'luxon'
import type { Transcript } from '#chat/services/transcripts/transcript_lines'
import { textOf } from '#chat/services/attachments/sent_files'
import { indented } from '#chat/support/indented'
import { catalogue } from '#chat/texts/catalogue'
import { inWords } from '#chat/texts/formats'
import { text } from '#chat/texts/text'

/** A transcript for a page or an email, its times in a time zone. */
export function presentTranscript({ conversation, lines, isCut }: Transcript, zone: string) {
  const at = (moment: DateTime) => inWords(moment.setZone(zone), DateTime.DATETIME_MED)
  return {
    locale: catalogue().locale,
    title: text('mails.link.title', { site: conversation.widget.name }),
    about: text('mails.transcript.about', {
      number: conversation.displayNumber,
      moment: at(conversation.createdAt),
      zone,
    }),
    cut: isCut ? text('mails.transcript.cut') : '',
    lines: lines.map((line) => ({
      name: line.senderName,
      isOwn: line.senderType === 'visitor',
      content: textOf(line),
      iso: line.createdAt.toISO(),
      at: at(line.createdAt),
    })),
  }
}

/** A transcript as plain text. */
export function transcriptText(transcript: Transcript, zone: string): string {
  const { title, about, cut, lines } = presentTranscript(transcript, zone)
  const messages = lines.map(({ at, name, content }) => `[${at}] ${name}: ${indented(content)}`)
  return [title, about, '', ...(cut ? [cut] : []), ...messages].join('\n')
}
