/** An email of the chat, ready to be sent. */
export interface ChatMail {
  /** The tenant that it belongs to. */
  tenantId: string
  /** With angle brackets. The same email has the same id however often it is sent. */
  messageId: string
  /** The name that stands beside the application's own address. */
  senderName: string
  to: { address: string; name: string | null }
  /** The address that answers go to; omitted or null for the sender's. */
  replyTo?: string | null
  subject: string
  html: string
  text: string
  /** The id of the conversation's last email; null for its first. */
  inReplyTo: string | null
  /** The ids of all its emails, oldest first. */
  references: string[]
  /** Further headers by name. */
  headers: Record<string, string>
}

/** Sends the chat's emails. A host without one loses nothing but emails. */
export interface ChatMailer {
  /**
   * Resolves when the mail server has taken the email.
   *
   * @throws AddressRefused when the server will never take mail for this address; any other error leads to a retry
   */
  send(mail: ChatMail): Promise<void>
}

/** The mail server refuses the recipient's address permanently. */
export class AddressRefused extends Error {}
