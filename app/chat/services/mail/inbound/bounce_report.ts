import type { ParsedMail } from '#chat/services/mail/inbound/parsed_mail'
import { plainAddress } from '#chat/services/mail/mail_stops'

/** What a mail server reports of an email that it could not deliver (RFC 3464). */
export interface BounceReport {
  /** Addresses that will never take mail. */
  failed: string[]
  /** Message-IDs in the report: the one of the email that came back is among them. */
  messageIds: string[]
}

/** Longer reports are cut: what matters stands at their beginning. */
const MOST = 64 * 1024

const MESSAGE_ID = /<[^<>\s@]{1,200}@[^<>\s@]{1,200}>/g

/** The report in a bounce; null for every other email. */
export function bounceReport({ headers, email, raw }: ParsedMail): BounceReport | null {
  const [type = ''] = headers.get('content-type') ?? []
  if (!/^multipart\/report/i.test(type) || !/delivery-status/i.test(type)) return null
  const status = email.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (!status) return null
  const text = textOf(status.content)
  return {
    failed: text.split(/\r?\n\r?\n/).flatMap((block) => failedIn(block) ?? []),
    messageIds: [...new Set(raw.subarray(0, MOST).toString('latin1').match(MESSAGE_ID) ?? [])],
  }
}

const textOf = (content: string | ArrayBuffer | Uint8Array) =>
  (typeof content === 'string'
    ? content
    : Buffer.from(content as ArrayBuffer).toString('utf8')
  ).slice(0, MOST)

/** The address of a recipient that failed permanently: `Action: failed` with a status of 5. */
function failedIn(block: string): string | null {
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(block)?.[1].trim()
  const isHard = /^failed/i.test(field('Action') ?? '') && /^5\./.test(field('Status') ?? '')
  const recipient = field('Original-Recipient') ?? field('Final-Recipient')
  return isHard && recipient ? plainAddress(recipient.replace(/^[^;]*;/, '')) : null
}
