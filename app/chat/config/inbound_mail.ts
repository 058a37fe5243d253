import type { InboundMail } from '#chat/config/mail_config'
import { completeImap, type ImapInput } from '#chat/config/imap_mailbox'
import { INBOUND_MAX_BYTES } from '#chat/config/default_settings'
import { InvalidInboundMail } from '#chat/exceptions/setup_errors'

/** `mail.inbound` as `config/chat.ts` says it. */
export type InboundInput = Pick<InboundMail, 'address' | 'secret'> &
  Partial<Omit<InboundMail, 'imap'>> & { imap?: ImapInput | null }

/** Shorter secrets can be guessed. */
export const SHORTEST_SECRET = 24

/** The longest local part (RFC 5321), and what a token takes of it. */
const LOCAL_PART = 64
const TOKEN = 32

/**
 * Completes `mail.inbound`; null without.
 *
 * @throws InvalidInboundMail when answers could not arrive, or their secret could be guessed
 */
export function completeInbound(input: InboundInput | null | undefined): InboundMail | null {
  if (!input) return null
  const [local, domain, ...more] = input.address.split('@')
  const [before, after, ...again] = local.split('{token}')
  const isAddress = domain && !more.length && after !== undefined && !again.length
  if (!isAddress || /\s/.test(input.address)) {
    throw new InvalidInboundMail('address', 'must be like "chat+{token}@example.com"')
  }
  if (before.length + TOKEN + after.length > LOCAL_PART) {
    throw new InvalidInboundMail('address', `leaves no room for a token of ${TOKEN} characters`)
  }
  if (input.secret.length < SHORTEST_SECRET) {
    throw new InvalidInboundMail('secret', `must have ${SHORTEST_SECRET} characters or more`)
  }
  return { maxBytes: INBOUND_MAX_BYTES, ...input, imap: completeImap(input.imap) }
}
