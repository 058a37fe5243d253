import { InvalidInboundMail } from '#chat/exceptions/setup_errors'

/** A mailbox that emails are taken from. It is the chat's own: what people read in it is not taken. */
export interface ImapMailbox {
  host: string
  port: number
  /** Whether the connection begins with TLS; otherwise it changes to TLS, unless the server is on this machine. */
  secure: boolean
  user: string
  password: string
  /** The folder. */
  mailbox: string
}

/** `mail.inbound.imap` as `config/chat.ts` says it: port 993 (143 without `secure`) and `INBOX`, unless it says others. */
export type ImapInput = Pick<ImapMailbox, 'host' | 'user' | 'password'> & Partial<ImapMailbox>

/**
 * Completes `mail.inbound.imap`; null without.
 *
 * @throws InvalidInboundMail when something is missing
 */
export function completeImap(input: ImapInput | null | undefined): ImapMailbox | null {
  if (!input) return null
  for (const name of ['host', 'user', 'password'] as const) {
    if (!input[name]) throw new InvalidInboundMail(`imap.${name}`, 'is empty')
  }
  const { host, user, password, secure = true, mailbox = 'INBOX' } = input
  return { host, port: input.port ?? (secure ? 993 : 143), secure, user, password, mailbox }
}
