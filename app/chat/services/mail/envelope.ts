import type { ChatMail } from '#chat/contracts/chat_mailer'
import type Conversation from '#chat/models/conversation'
import type SentMail from '#chat/models/sent_mail'

/** What every email about a conversation is made from, whatever it says. */
export interface Envelope {
  /** With its widget and visitor. */
  conversation: Conversation
  /** The emails about this conversation so far, oldest first. */
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

/**
 * The part of an email that does not depend on what it says: recipient, thread, and the headers that keep automatic
 * responses away and let mail programs unsubscribe (RFC 3834, RFC 8058).
 */
export function addressed(envelope: Envelope) {
  const { conversation, earlier, address, messageId, replyTo, stopLink } = envelope
  return {
    tenantId: conversation.tenantId,
    messageId,
    to: { address, name: conversation.visitor.name },
    replyTo,
    inReplyTo: earlier.at(-1)?.messageId ?? null,
    references: earlier.map((mail) => mail.messageId),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Unsubscribe': `<${stopLink}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  } satisfies Partial<ChatMail>
}

/** The last lines of an email as plain text: both links, and why it was sent. */
export const footOf = (
  lines: Record<'open' | 'expires' | 'why' | 'stop', string>,
  { link, stopLink }: Envelope
) => [`${lines.open}:\n${link}\n${lines.expires}`, `${lines.why}\n${lines.stop}: ${stopLink}`]
