import { chatError } from '#chat/exceptions/chat_error'

/** What hands over an email does not know the secret. */
export const MailSecretWrong = chatError(
  'errors.mail_secret_wrong',
  'E_CHAT_MAIL_SECRET_WRONG',
  401
)

/** An email answers none of ours, or what it answers is gone. */
export const MailUnknown = chatError('errors.mail_unknown', 'E_CHAT_MAIL_UNKNOWN', 404)

/** An email is larger than allowed; the list names the limit. */
export const MailTooLarge = chatError('errors.mail_too_large', 'E_CHAT_MAIL_TOO_LARGE', 413)

/** What was handed over is no email, or one that is made to harm. */
export const MailUnreadable = chatError('errors.mail_unreadable', 'E_CHAT_MAIL_UNREADABLE', 422)

/** What was handed over says that it is something else; a parser may have read it already. */
export const MailTypeWrong = chatError('errors.mail_type_wrong', 'E_CHAT_MAIL_TYPE_WRONG', 415)

/** The conversation has no such email. */
export const MailNotFound = chatError('errors.mail_not_found', 'E_CHAT_MAIL_NOT_FOUND', 404)
