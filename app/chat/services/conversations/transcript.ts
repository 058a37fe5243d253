import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { textOf } from '#chat/services/attachments/sent_files'
import { indented } from '#chat/support/indented'
import { houseText } from '#chat/texts/text'

const MAX_MESSAGES = 500

/** In UTF-16 units: fits a text column of 64 KB in any script, and the form field that edits it. */
export const MAX_TRANSCRIPT = 20_000

/** The conversation as plain text: public messages, oldest first; of a long thread the last ones. */
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

function lineOf(message: Message) {
  const { createdAt, senderName } = message
  const moment = createdAt.toFormat('yyyy-LL-dd HH:mm')
  return `[${moment} UTC] ${senderName}: ${indented(textOf(message))}`
}
