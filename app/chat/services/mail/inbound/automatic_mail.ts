import type { ParsedMail } from '#chat/services/mail/inbound/parsed_mail'

/** Headers that only programs write, whatever their value. */
const BY_PROGRAMS = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-autoreply-from', 'list-id']

/** Values of `Precedence` and alike of mail that asks for no answer. */
const BULK = /\b(bulk|junk|list|auto[-_]?reply)\b/i

const DAEMON = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i

/**
 * Whether a program has written an email: an absence notice, a bounce, a newsletter, or one of our own that came back.
 * Such mail never becomes a message, so that two programs cannot keep answering each other.
 */
export function isAutomatic({ headers, from, email }: ParsedMail): boolean {
  const first = (name: string) => headers.get(name)?.[0]?.trim() ?? ''
  const submitted = first('auto-submitted')
  if (submitted && !/^no\b/i.test(submitted)) return true
  if (BY_PROGRAMS.some((name) => headers.has(name))) return true
  if (BULK.test(first('precedence')) || BULK.test(first('x-precedence'))) return true
  if (/^multipart\/report/i.test(first('content-type'))) return true
  const { returnPath } = email
  if (headers.has('return-path') && (!returnPath || returnPath === '<>')) return true
  return DAEMON.test(from.address)
}
