import { nothing, type OperationResponse, type Operations } from '#chat/openapi/operation'
import { transcriptMailValidator, transcriptValidator } from '#chat/validators/widget/transcript'

/** A transcript as a file. */
export const transcriptFile: OperationResponse = {
  description: 'A page that opens without a network; plain text with `format=text`.',
  schema: { type: 'string' },
  mediaType: 'text/html',
  orText: true,
  shapes: [],
}

export const MAIL_REFUSALS = {
  E_CHAT_MAILS_OFF: 409,
  E_CHAT_NO_MAIL_ADDRESS: 409,
  E_CHAT_MAIL_STOPPED: 409,
} as const

const tag = 'Conversations'

/** A conversation as its visitor may keep it. */
export const transcriptOperations: Operations = {
  'conversations.transcript': {
    tag,
    summary: 'Get a transcript',
    description: 'What the visitor has read: no notes, no internal lines.',
    query: transcriptValidator,
    responses: { 200: transcriptFile },
  },
  'conversations.transcript_mail': {
    tag,
    summary: 'Email a transcript to the visitor',
    description: 'To the address of the visitor, a few times a day at most.',
    body: transcriptMailValidator,
    responses: { 204: nothing('It is on its way.') },
    refusals: MAIL_REFUSALS,
  },
}
