import type { MessageMail } from '#chat/models/message_mail'
import type ReceivedMail from '#chat/models/received_mail'
import { cleanMessage, MAX_MESSAGE_LENGTH } from '#chat/services/conversations/message_rules'
import { NO_FILES } from '#chat/services/mail/inbound/inbound_files'
import type { ParsedMail } from '#chat/services/mail/inbound/parsed_mail'
import { splitQuote } from '#chat/services/mail/inbound/quoted_text'
import { messageIdOf } from '#chat/services/mail/inbound/mail_ids'
import { cutTo } from '#chat/services/mail/mail_quotes'
import { houseText } from '#chat/texts/text'

/** Characters of what an email quotes that are kept with its message; the original has all. */
const MOST_QUOTED = 4000

/** A message made of an email. */
export interface MailDraft {
  content: string
  clientMessageId: string
  mail: MessageMail
  attachments: string[]
}

/** The message of an email: what its sender has written, with what they quote folded below. */
export function mailDraft(
  mail: ParsedMail,
  kept: ReceivedMail,
  isOther: boolean,
  { attachments, refused } = NO_FILES
): MailDraft {
  const { own, quoted } = splitQuote(mail.text)
  const cleaned = cleanMessage(own)
  const isCut = cleaned.length > MAX_MESSAGE_LENGTH
  const empty = attachments.length
    ? ''
    : mail.subject || houseText('system_lines.mail_without_text')
  return {
    content: isCut ? shortened(cleaned) : cleaned || empty,
    clientMessageId: messageIdOf(kept),
    attachments,
    mail: {
      id: kept.externalId,
      from: mail.from,
      isOther,
      quoted: cutTo(MOST_QUOTED, cleanMessage(quoted)) || null,
      isCut,
      files: mail.files.length - attachments.length,
      refused,
    },
  }
}

/** In UTF-16 units, as the limit is, and never within a character. */
const shortened = (text: string) =>
  `${text
    .slice(0, MAX_MESSAGE_LENGTH - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd()}…`
