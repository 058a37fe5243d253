import { createHash } from 'node:crypto'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { MailUnreadable } from '#chat/exceptions/chat_errors'
import { plainAddress } from '#chat/services/mail/mail_stops'
import { filesIn, type MailFile } from '#chat/services/mail/inbound/mail_files'
import { htmlText } from '#chat/services/mail/inbound/html_text'
import { oneLine } from '#chat/support/one_line'

/** Deeper emails are attacks, and so are longer headers. */
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 2 }

/** Characters of a text that are looked at; the original has the rest. */
const MOST_TEXT = 200_000

/** An email as the chat reads it. */
export interface ParsedMail {
  raw: Buffer
  /** The headers by their lower-case names; of several with a name, all. */
  headers: Map<string, string[]>
  /** What it is known by: its Message-ID or, without one, its content. */
  identity: string
  from: { address: string; name: string }
  /** Every address that it may have come to us by. */
  recipients: string[]
  subject: string
  text: string
  files: MailFile[]
  email: Email
}

const RECIPIENT_HEADERS = ['delivered-to', 'x-original-to', 'x-envelope-to', 'envelope-to']

/** @throws MailUnreadable when it is no email, or one that is made to harm */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const email = await PostalMime.parse(raw, LIMITS).catch(() => {
    throw new MailUnreadable()
  })
  const headers = new Map<string, string[]>()
  for (const { key, value } of email.headers) headers.set(key, [...(headers.get(key) ?? []), value])
  const [sender] = flat(email.from ? [email.from] : [])
  if (headers.size === 0 || !sender?.address) throw new MailUnreadable()
  const text = email.text?.trim() ? email.text : htmlText((email.html ?? '').slice(0, MOST_TEXT))
  return {
    raw,
    headers,
    identity: email.messageId?.trim() || createHash('sha256').update(raw).digest('hex'),
    from: {
      address: plainAddress(sender.address).slice(0, 254),
      name: oneLine(sender.name).slice(0, 120),
    },
    recipients: [
      ...flat([...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])]).map(
        ({ address }) => address
      ),
      ...RECIPIENT_HEADERS.flatMap((name) => headers.get(name) ?? []).map(withoutBrackets),
    ],
    subject: oneLine(email.subject ?? '').slice(0, 255),
    text: text.slice(0, MOST_TEXT),
    files: filesIn(email),
    email,
  }
}

const flat = (addresses: Address[]) =>
  addresses.flatMap((each) => (each.group ? each.group : [each])).filter(({ address }) => address)

const withoutBrackets = (value: string) => value.trim().replace(/^<|>$/g, '')
