import type { ChatMailer } from '#chat/contracts/chat_mailer'

/** Keeps emails for admins to read instead of sending them: for a try-out without a mail server. */
export async function keptMailer(): Promise<ChatMailer> {
  const { KeptMails } = await import('#chat/services/mail/kept_mails')
  return new KeptMails()
}
