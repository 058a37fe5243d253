import type { HttpContext } from '@adonisjs/core/http'
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
  { response, view }: HttpContext,
  transcript: Transcript,
  { format = 'html', zone = 'UTC' }: TranscriptForm
) {
  const isText = format === 'text'
  const name = `${transcript.conversation.displayNumber}.${isText ? 'txt' : 'html'}`
  response.header('Content-Type', `text/${isText ? 'plain' : 'html'}; charset=utf-8`)
  response.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
  response.header('X-Content-Type-Options', 'nosniff')
  response.header('Cache-Control', 'no-store')
  response.header('Content-Disposition', `attachment; filename="${name}"`)
  if (isText) return response.send(transcriptText(transcript, zone))
  const page = presentTranscript(transcript, zone)
  return response.send(await view.render('chat::records/transcript', page))
}
