import type { ChatMail } from '#chat/contracts/chat_mailer'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type SentMail from '#chat/models/sent_mail'
import { lookOf } from '#chat/services/mail/mail_look'
import { cutTo, plainQuotes, type MailQuote } from '#chat/services/mail/mail_quotes'
import { catalogue } from '#chat/texts/catalogue'
import { directionOf } from '#chat/texts/languages'
import { text } from '#chat/texts/text'

/** Characters of each reply that an email quotes. */
const QUOTED = 200

/** What an email about unread replies is made from. */
export interface ReplyMailParts {
  /** With its widget and visitor. */
  conversation: Conversation
  /** The unread replies, oldest first; at least one. */
  replies: Message[]
  /** The emails about this conversation so far. */
  earlier: SentMail[]
  address: string
  messageId: string
  /** Where an answer goes; null for the sender's address. */
  replyTo: string | null
  /** Where the conversation opens on any device. */
  link: string
  /** Where the address is taken off the list. */
  stopLink: string
}

/** Renders a view of the module. */
export type Render = (view: string, data: object) => Promise<string>

/** The email that brings a visitor the replies that they have not read (N1). */
export async function replyMail(parts: ReplyMailParts, render: Render): Promise<ChatMail> {
  const { conversation, replies, earlier, address, messageId, replyTo, link, stopLink } = parts
  const { widget, visitor } = conversation
  const author = replies.at(-1)!.senderName
  const quotes = replies.map(({ senderName, content }) => ({
    name: senderName,
    text: cutTo(QUOTED, content),
  }))
  const lines = {
    intro: text('mails.reply.intro', { count: replies.length, agent: author, site: widget.name }),
    open: text('mails.reply.open'),
    expires: text('mails.reply.expires'),
    why: text('mails.reply.why', { site: widget.name }),
    stop: text('mails.reply.stop'),
  }
  const subject = text('mails.reply.subject', { agent: author, site: widget.name })
  const { locale } = catalogue()
  const { name: site } = widget
  return {
    tenantId: conversation.tenantId,
    messageId,
    senderName: text('mails.reply.sender', { agent: author, site }),
    to: { address, name: visitor.name },
    replyTo,
    subject,
    html: await render('chat::mails/reply', {
      ...{ locale, direction: directionOf(locale), subject, look: lookOf(widget) },
      ...{ lines, quotes, link, stopLink },
    }),
    text: plainText(lines, quotes, { link, stopLink }),
    inReplyTo: earlier.at(-1)?.messageId ?? null,
    references: earlier.map((mail) => mail.messageId),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Unsubscribe': `<${stopLink}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

type Lines = Record<'intro' | 'open' | 'expires' | 'why' | 'stop', string>

function plainText(
  lines: Lines,
  quotes: MailQuote[],
  { link, stopLink }: { link: string; stopLink: string }
) {
  const messages = plainQuotes(quotes)
  const links = [
    `${lines.open}:\n${link}\n${lines.expires}`,
    `${lines.why}\n${lines.stop}: ${stopLink}`,
  ]
  return [lines.intro, ...messages, ...links].join('\n\n') + '\n'
}
