import { MailTooLarge } from '#chat/exceptions/chat_errors'

/** The refusal of an email of more than so many bytes. */
export const mailTooLarge = (maxBytes: number) =>
  new MailTooLarge([`${Math.floor(maxBytes / 1024 / 1024)} MB`])
