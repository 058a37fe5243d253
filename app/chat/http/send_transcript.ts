import type { HttpContext } from '@adonisjs/core/http'
import { keptFile } from '#chat/http/kept_file'
import type { Transcript } from '#chat/services/transcripts/transcript_lines'
import { presentTranscript, transcriptText } from '#chat/services/transcripts/transcript_view'

/** What a transcript is asked for as. */
export interface TranscriptForm {
  format?: 'html' | 'text'
  /** The time zone of its times; UTC where none is named. */
  zone?: string
}

/** Answers with a transcript as a file: a page that opens without a network, or plain text. */
export async function sendTranscript(
  ctx: HttpContext,
  transcript: Transcript,
  { format = 'html', zone = 'UTC' }: TranscriptForm
) {
  const isText = format === 'text'
  const name = `${transcript.conversation.displayNumber}.${isText ? 'txt' : 'html'}`
  keptFile(ctx, name, isText ? 'plain' : 'html')
  if (isText) return ctx.response.send(transcriptText(transcript, zone))
  const page = presentTranscript(transcript, zone)
  return ctx.response.send(await ctx.view.render('chat::records/transcript', page))
}
