/** What an email of a test is made from; lines of `more` stand in its header. */
export interface RawMail {
  from?: string
  to: string
  text?: string
  html?: string
  subject?: string
  messageId?: string | null
  more?: string[]
}

let sent = 0

/** An email as it arrives. */
export function rawMail({
  from = 'Vera Visitor <vera@example.com>',
  to,
  text = 'Thanks!',
  html,
  subject = 'Re: Anna Agent replied',
  messageId = `<answer-${process.pid}-${++sent}@example.com>`,
  more = [],
}: RawMail): Buffer {
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    ...(messageId ? [`Message-ID: ${messageId}`] : []),
    'MIME-Version: 1.0',
    `Content-Type: ${html ? 'text/html' : 'text/plain'}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
    ...more,
    '',
    html ?? text,
  ]
  return Buffer.from(lines.join('\r\n'))
}

/** A mail server's report that it could not deliver an email. */
export function bounce(to: string, failed: string, messageId: string, status = '5.1.1'): Buffer {
  return Buffer.from(
    [
      'From: MAILER-DAEMON@mail.example',
      `To: ${to}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'I could not deliver your message.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example',
      '',
      `Final-Recipient: rfc822; ${failed}`,
      `Action: ${status.startsWith('5') ? 'failed' : 'delayed'}`,
      `Status: ${status}`,
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      'Subject: Anna Agent replied',
      '--b--',
      '',
    ].join('\r\n')
  )
}

/** A file in an email; with an `id` it is shown within the text. */
export interface FileInMail {
  name: string
  bytes: Buffer
  id?: string
}

/** An email with files. */
export function mailWithFiles(mail: RawMail, files: FileInMail[]): Buffer {
  const [head, ...text] = rawMail(mail).toString().split('\r\n\r\n')
  const lines = head.split('\r\n')
  const isOfText = (line: string) => /^content-/i.test(line)
  const parts = files.map(({ name, bytes, id }) =>
    [
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: ${id ? 'inline' : 'attachment'}; filename="${name}"`,
      ...(id ? [`Content-ID: <${id}>`] : []),
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
    ].join('\r\n')
  )
  const own = [...lines.filter(isOfText), '', text.join('\r\n\r\n')].join('\r\n')
  const isShown = files.some(({ id }) => id)
  return Buffer.from(
    [
      ...lines.filter((line) => !isOfText(line)),
      `Content-Type: multipart/${isShown ? 'related' : 'mixed'}; boundary="in-mail"`,
      '',
      ...[own, ...parts].map((part) => `--in-mail\r\n${part}`),
      '--in-mail--',
      '',
    ].join('\r\n')
  )
}
