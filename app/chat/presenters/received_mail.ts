import type Conversation from '#chat/models/conversation'
import type ReceivedMail from '#chat/models/received_mail'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import type { ParsedMail } from '#chat/services/mail/inbound/parsed_mail'
import { chatUrl } from '#chat/support/chat_url'
import { text } from '#chat/texts/text'

/** The page of an email as it arrived, its HTML as text: nothing in it is loaded or run. */
export function presentReceived(
  { externalId: id, displayNumber: number }: Conversation,
  mail: ReceivedMail,
  { text: content, email }: ParsedMail,
  clock: ViewerClock
) {
  const { fromName, fromAddress, subject, createdAt } = mail
  return {
    title: subject || text('inbox.mail.original'),
    number,
    back: chatUrl('chat.inbox.show', { id }),
    file: chatUrl('chat.inbox.mails.download', { id, mail: mail.externalId }),
    from: fromName ? `${fromName} <${fromAddress}>` : fromAddress,
    iso: createdAt.toISO(),
    at: clock.full(createdAt),
    content,
    files: email.attachments.map(({ filename }) => filename ?? text('inbox.mail.unnamed')),
  }
}
