import type { MessageFacts } from '#chat/models/facts'
import { mailOf } from '#chat/models/message_mail'
import { chatUrl } from '#chat/support/chat_url'
import { text } from '#chat/texts/text'

/** What stands with a message beside its text; null for a plain one. */
export interface MessageMarks {
  /** How it came. */
  label: string
  /** Who sent it, where that is another person than expected. */
  warning: string | null
  quoted: string | null
  /** What is in the original alone. */
  notes: string[]
  originalUrl: string | null
}

/** The marks of a message in the thread of a conversation. */
export function presentMarks(message: MessageFacts, conversationId: string): MessageMarks | null {
  if (message.metadata?.follow_up === true) return { ...PLAIN, label: text('inbox.mail.follow_up') }
  const mail = mailOf(message)
  if (!mail) return null
  const { id, from, isOther, quoted, isCut, files, refused = [] } = mail
  const left = files - refused.length
  return {
    label: text('inbox.mail.by_email'),
    warning: isOther ? text('inbox.mail.other_sender', { address: from.address }) : null,
    quoted,
    notes: [
      ...(isCut ? [text('inbox.mail.cut')] : []),
      ...refused.map(({ name, reason }) => text('inbox.mail.refused', { file: name, reason })),
      ...(left > 0 ? [text('inbox.mail.files', { count: left })] : []),
    ],
    originalUrl: chatUrl('chat.inbox.mails.show', { id: conversationId, mail: id }),
  }
}

const PLAIN = { warning: null, quoted: null, notes: [], originalUrl: null }
