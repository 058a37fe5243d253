/** What became of an email. */
export interface MailReceipt {
  status: 'stored' | 'duplicate' | 'ignored'
  /** Why it was ignored: a program wrote it, it reports a failed delivery, or the chat is closed for its sender. */
  reason?: 'automatic' | 'bounce' | 'blocked'
}
