import type { ChatMail } from '#chat/contracts/chat_mailer'
import type { Recipient } from '#chat/services/notifications/notice_recipient'
import { noticeWords } from '#chat/services/notifications/notice_words'
import type { Render } from '#chat/services/mail/envelope'
import { catalogue } from '#chat/texts/catalogue'
import { directionOf } from '#chat/texts/languages'
import { text } from '#chat/texts/text'

interface Parts {
  messageId: string
  /** Where an answer goes; null for the sender's address. */
  replyTo: string | null
  /** Where the conversation opens in the CRM. */
  link: string
  /** Where the agent chooses how to be notified. */
  settingsLink: string
}

/** The email that tells an agent of a notification that they have not seen, in the language in use. */
export async function noticeMail(
  { notification, user }: Recipient,
  { messageId, replyTo, link, settingsLink }: Parts,
  render: Render
): Promise<ChatMail> {
  const { title, body } = noticeWords(notification)
  const { locale } = catalogue()
  const lines = {
    open: text('notices.mail.open'),
    why: text('notices.mail.why'),
    change: text('notices.mail.change'),
  }
  const { displayNumber } = notification.conversation
  const look = { locale, direction: directionOf(locale) }
  return {
    tenantId: notification.tenantId,
    messageId,
    senderName: text('notices.mail.sender'),
    to: { address: user.email, name: user.name },
    replyTo,
    subject: `${title} (${displayNumber})`,
    html: await render('chat::mails/notice', { ...look, title, body, lines, link, settingsLink }),
    text: `${title}\n\n${body}\n\n${lines.open}:\n${link}\n\n${lines.why}\n${lines.change}: ${settingsLink}\n`,
    inReplyTo: null,
    references: [],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}
