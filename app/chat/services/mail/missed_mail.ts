import type { ChatMail } from '#chat/contracts/chat_mailer'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import { lookOf } from '#chat/services/mail/mail_look'
import { cutTo, plainQuotes } from '#chat/services/mail/mail_quotes'
import type { Render } from '#chat/services/mail/envelope'
import { chatPath } from '#chat/support/chat_url'
import { catalogue } from '#chat/texts/catalogue'
import { directionOf } from '#chat/texts/languages'
import { text } from '#chat/texts/text'

/** Characters of each message that the email quotes. */
const QUOTED = 1000

/** What an email about a missed conversation is made from. */
export interface MissedMailParts {
  /** With its widget and visitor. */
  conversation: Conversation
  /** What the visitor has written, oldest first; at least one message. */
  messages: Message[]
  address: string
  messageId: string
  /** Where an answer goes; null for the sender's address. */
  replyTo: string | null
  /** Where agents' browsers reach the CRM. */
  publicUrl: string
}

/** The email that tells a widget's team of a conversation that no agent has answered (N4). */
export async function missedMail(parts: MissedMailParts, render: Render): Promise<ChatMail> {
  const { conversation, messages, address, messageId, replyTo, publicUrl } = parts
  const { tenantId, widget, visitor, externalId, displayNumber: number, sourceUrl } = conversation
  const { name: site } = widget
  const quotes = messages.map(({ senderName, content }) => ({
    name: senderName,
    text: cutTo(QUOTED, content),
  }))
  const link = publicUrl + chatPath('chat.inbox.show', { id: externalId })
  const names = { visitor: visitor.displayName, site, number }
  const lines = {
    intro: text('mails.missed.intro', names),
    facts: [
      visitor.email
        ? text('mails.missed.email', { email: visitor.email })
        : text('mails.missed.no_email'),
      ...(visitor.phone ? [text('mails.missed.phone', { phone: visitor.phone })] : []),
      ...(sourceUrl ? [text('mails.missed.page', { page: sourceUrl })] : []),
    ],
    open: text('mails.missed.open'),
    why: text('mails.missed.why', { site }),
  }
  const subject = text('mails.missed.subject', names)
  const { locale } = catalogue()
  return {
    tenantId,
    messageId,
    senderName: text('mails.missed.sender', { site }),
    to: { address, name: null },
    replyTo,
    subject,
    html: await render('chat::mails/missed', {
      ...{ locale, direction: directionOf(locale), subject, look: lookOf(widget) },
      ...{ lines, quotes, link },
    }),
    text: [
      lines.intro,
      ...plainQuotes(quotes),
      lines.facts.join('\n'),
      `${lines.open}:\n${link}`,
      `${lines.why}\n`,
    ].join('\n\n'),
    inReplyTo: null,
    references: [],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}
