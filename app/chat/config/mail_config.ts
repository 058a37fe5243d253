import type { ImapMailbox } from '#chat/config/imap_mailbox'

/** How answers to the chat's emails are received. */
export interface InboundMail {
  /**
   * The address that answers go to, with `{token}` for what tells them apart, such as `chat+{token}@example.com`. All
   * of its mail has to be handed to the chat.
   */
  address: string
  /** What hands over mail proves itself by, in `Authorization: Bearer …`; at least 24 characters. */
  secret: string
  /** The largest email that is taken, in bytes; a larger one is refused, so that its sender hears of it. */
  maxBytes: number
  /** A mailbox that emails are taken from, beside those that are handed over; null for none. Needs `imapflow`. */
  imap: ImapMailbox | null
}

/** Emails to visitors, and answers to them. */
export interface MailConfig {
  /** Minutes after an agent's last reply until a visitor who has not read it gets an email. */
  unreadAfterMinutes: number
  /** How answers to the chat's emails come back into their conversations; null leaves them to the sender's mailbox. */
  inbound: InboundMail | null
}
