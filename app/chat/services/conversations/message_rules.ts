import { visibleText } from '#chat/support/visible_text'
import { MessageEmpty, MessageTooLong, TooManyFiles } from '#chat/exceptions/chat_errors'

/** The longest message, in UTF-16 units, as browsers count. Holds for visitors, agents and system lines. */
export const MAX_MESSAGE_LENGTH = 5000

/** The most files of a message. */
export const MOST_FILES = 10

/** What a person has written to be sent. */
interface Written {
  content: string
  attachments?: readonly string[]
}

/** Control characters, except line breaks and tabs. */
const CONTROL_CHARACTERS = /(?![\t\n\r])\p{Cc}/gu

/**
 * Message text without control characters, lone surrogates and surrounding space, so that every database and browser
 * treats it alike; empty when there is nothing to see.
 */
export const cleanMessage = (content: string) =>
  visibleText(content.replace(CONTROL_CHARACTERS, '').toWellFormed().trim())

/**
 * The content of a draft, which may be empty beside files.
 *
 * @throws MessageEmpty, MessageTooLong, TooManyFiles
 */
export function draftContent({ content, attachments = [] }: Written): string {
  if (attachments.length > MOST_FILES) throw new TooManyFiles([String(MOST_FILES)])
  const isBare = attachments.length > 0 && typeof content === 'string' && !cleanMessage(content)
  return isBare ? '' : messageContent(content)
}

/**
 * Validates and cleans the content of a message; `field` names the request's field in errors.
 *
 * @throws MessageEmpty when it is no text, or nothing readable is left
 * @throws MessageTooLong beyond `MAX_MESSAGE_LENGTH`
 */
export function messageContent(content: string, field = 'content'): string {
  if (typeof content !== 'string') throw new MessageEmpty([field])
  const cleaned = cleanMessage(content)
  if (!cleaned) throw new MessageEmpty([field])
  if (cleaned.length > MAX_MESSAGE_LENGTH) {
    throw new MessageTooLong([field, String(MAX_MESSAGE_LENGTH)])
  }
  return cleaned
}
