import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'

const MAX_MESSAGES = 500

/** In UTF-16 units: fits a text column of 64 KB in whatever script, and the field it is edited in. */
export const MAX_TRANSCRIPT = 20_000

const CUT = '(earlier messages left out)'
const LINE_BREAKS = /[\n\r\v\f\u0085\u2028\u2029]+/g

/**
 * What was said, as plain text: public messages only, oldest first, the last ones of a long thread.
 * Every line at the margin is a message's first: nobody can write what looks like somebody else's.
 */
export async function transcriptOf(conversation: Conversation, trx: TransactionClientContract) {
  const newest = await Message.query({ client: trx })
    .where({ conversation_id: conversation.id, visibility: 'public' })
    .whereIn('type', ['text', 'file'])
    .orderBy('seq', 'desc')
    .limit(MAX_MESSAGES)

  const title = `Chat ${conversation.displayNumber}`
  const lines: string[] = []
  let room = MAX_TRANSCRIPT - title.length - CUT.length - 2
  for (const message of newest) {
    const line = lineOf(message)
    room -= line.length + 1
    if (room < 0) break
    lines.unshift(line)
  }
  const cut = conversation.messageCount > lines.length ? [CUT] : []
  return [title, ...cut, ...lines].join('\n')
}

function lineOf({ createdAt, senderName, content }: Message) {
  const said = content.replace(LINE_BREAKS, '\n    ')
  return `[${createdAt.toFormat('yyyy-LL-dd HH:mm')} UTC] ${senderName}: ${said}`
}
