import type { ChatMail } from '#chat/contracts/chat_mailer'
import type Message from '#chat/models/message'
import { textOf } from '#chat/services/attachments/sent_files'
import { addressed, footOf, type Envelope, type Render } from '#chat/services/mail/envelope'
import { lookOf } from '#chat/services/mail/mail_look'
import { cutTo, plainQuotes } from '#chat/services/mail/mail_quotes'
import { catalogue } from '#chat/texts/catalogue'
import { directionOf } from '#chat/texts/languages'
import { text } from '#chat/texts/text'

/** Characters of each reply that an email quotes. */
const QUOTED = 200

/**
 * The email that brings a visitor the replies that they have not read (N1).
 *
 * @param replies oldest first; at least one
 */
export async function replyMail(
  envelope: Envelope,
  replies: Message[],
  render: Render
): Promise<ChatMail> {
  const { link, stopLink } = envelope
  const look = lookOf(envelope.conversation.widget)
  const { site } = look
  const agent = replies.at(-1)!.senderName
  const quotes = replies.map((reply) => ({
    name: reply.senderName,
    text: cutTo(QUOTED, textOf(reply)),
  }))
  const lines = {
    intro: text('mails.reply.intro', { count: replies.length, agent, site }),
    open: text('mails.reply.open'),
    expires: text('mails.reply.expires'),
    why: text('mails.reply.why', { site }),
    stop: text('mails.reply.stop'),
  }
  const subject = text('mails.reply.subject', { agent, site })
  const { locale } = catalogue()
  return {
    ...addressed(envelope),
    senderName: text('mails.reply.sender', { agent, site }),
    subject,
    html: await render('chat::mails/reply', {
      ...{ locale, direction: directionOf(locale), subject, look, lines, quotes, link, stopLink },
    }),
    text: [lines.intro, ...plainQuotes(quotes), ...footOf(lines, envelope)].join('\n\n') + '\n',
  }
}
