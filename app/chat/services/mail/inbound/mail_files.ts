import type { Email } from 'postal-mime'
import { FILE_TYPES } from '#chat/services/attachments/file_types'

/** A file in an email. */
export interface MailFile {
  /** As its sender's program has it; not to be trusted. */
  name: string
  bytes: Buffer
}

/** What proves a sender to mail programs, and is no file that they have sent. */
const SIGNATURES = /^application\/(x-)?(pkcs7|pgp)-signature$/i

/** Where the HTML of mail programs begins to quote. */
const QUOTE = /<blockquote|gmail_quote|moz-cite-prefix|divRplyFwdMsg|appendonsend/i

const CONTENT_ID = /cid:([^"'\s>)]{1,200})/gi

/** The files that the sender of an email has added, the pictures in its text included, but for those that it quotes. */
export function filesIn({ attachments, html = '' }: Pick<Email, 'attachments' | 'html'>) {
  const quoteAt = html.search(QUOTE)
  const own = quoteAt < 0 ? html : html.slice(0, quoteAt)
  const [shown, quoted] = [idsIn(own), idsIn(html.slice(own.length))]
  return attachments
    .filter(({ mimeType }) => !SIGNATURES.test(mimeType))
    .filter(({ contentId }) => {
      const id = contentId?.replace(/^<|>$/g, '') ?? ''
      return shown.has(id) || !quoted.has(id)
    })
    .map(({ filename, mimeType, content }): MailFile => {
      const bytes =
        typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer)
      return { name: filename || nameless(mimeType), bytes }
    })
}

const idsIn = (html: string) => new Set([...html.matchAll(CONTENT_ID)].map(([, id]) => id))

/** A name that says what its sender calls the file, for those kinds that have no other mark. */
function nameless(mimeType: string): string {
  const type = FILE_TYPES.find(({ mediaType }) => mediaType === mimeType.toLowerCase())
  return type ? `file.${type.extensions[0]}` : 'file'
}
