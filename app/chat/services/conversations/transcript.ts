import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { houseText } from '#chat/texts/text'

const MAX_MESSAGES = 500

/** In UTF-16 units: fits a text column of 64 KB in any script, and the form field that edits it. */
export const MAX_TRANSCRIPT = 20_000

const LINE_BREAKS = /[\n\r\v\f\u0085\u2028\u2029]+/g

/**
 * The conversation as plain text: public messages, oldest first; of a long thread the last ones. Only a message's
 * first line starts at the margin, so that a text cannot imitate another author's message.
 */
export async function transcriptOf(conversation: Conversation, trx: TransactionClientContract) {
  const newest = await Message.query({ client: trx })
    .where({ conversation_id: conversation.id, visibility: 'public' })
    .whereIn('type', ['text', 'file'])
    .orderBy('seq', 'desc')
    .limit(MAX_MESSAGES)

  const title = houseText('crm_records.transcript', { number: conversation.displayNumber })
  const cutLine = houseText('crm_records.transcript_cut')
  const lines: string[] = []
  let room = MAX_TRANSCRIPT - title.length - cutLine.length - 2
  for (const message of newest) {
    const line = lineOf(message)
    room -= line.length + 1
    if (room < 0) break
    lines.unshift(line)
  }
  const cut = conversation.messageCount > lines.length ? [cutLine] : []
  return [title, ...cut, ...lines].join('\n')
}

function lineOf({ createdAt, senderName, content }: Message) {
  const indented = content.replace(LINE_BREAKS, '\n    ')
  return `[${createdAt.toFormat('yyyy-LL-dd HH:mm')} UTC] ${senderName}: ${indented}`
}
