import { Readable } from 'node:stream'
import {
  FileBroken,
  FileEmpty,
  FileInfected,
  FilesOff,
  FileTooLarge,
  FileTypeRefused,
  PictureTooLarge,
  TooManyFiles,
} from '#chat/exceptions/chat_errors'
import type { RefusedFile } from '#chat/models/message_mail'
import type ReceivedMail from '#chat/models/received_mail'
import type { IncomingFile } from '#chat/services/attachments/incoming_file'
import type { Upload } from '#chat/services/attachments/uploads'
import { MOST_FILES } from '#chat/services/conversations/message_rules'
import { fileIdOf } from '#chat/services/mail/inbound/mail_ids'
import type { ParsedMail } from '#chat/services/mail/inbound/parsed_mail'
import { oneLine } from '#chat/support/one_line'
import { houseLanguage, inLanguage } from '#chat/texts/catalogue'

/** What became of the files in an email. */
export interface TakenFiles {
  /** The ids of those that its message is sent with. */
  attachments: string[]
  /** Those that cannot be kept. */
  refused: RefusedFile[]
}

/** Files of one email that are looked at; more are left in the original. */
const MOST_LOOKED_AT = 20

/** What is wrong with one file, from any sender. */
const OF_THE_FILE = [
  FileBroken,
  FileEmpty,
  FileInfected,
  FileTooLarge,
  FileTypeRefused,
  PictureTooLarge,
]

/** The widget or the sender can send no more of them. */
const OF_THE_SENDER = [FilesOff, TooManyFiles]

export const NO_FILES: TakenFiles = { attachments: [], refused: [] }

/**
 * Keeps the files of an email as `upload` keeps any other, each once however often the email arrives. What is not kept
 * is left in the original.
 *
 * @throws FileNotScanned when the scanner gives no verdict, and what the store throws: the email has to be tried again
 */
export async function takeFiles(
  { files }: ParsedMail,
  kept: ReceivedMail,
  upload: (file: IncomingFile) => Promise<Upload>
): Promise<TakenFiles> {
  const taken: TakenFiles = { attachments: [], refused: [] }
  for (const [index, { name, bytes }] of files.slice(0, MOST_LOOKED_AT).entries()) {
    if (taken.attachments.length === MOST_FILES) break
    const file = {
      name,
      uploadId: fileIdOf(kept, index),
      bytes: Readable.from([bytes]),
      size: bytes.length,
    }
    try {
      const { attachment } = await inLanguage(houseLanguage(), () => upload(file))
      taken.attachments.push(attachment.externalId)
    } catch (error) {
      if (isOneOf(OF_THE_SENDER, error)) break
      if (!isOneOf(OF_THE_FILE, error)) throw error
      taken.refused.push({ name: oneLine(name).slice(0, 120), reason: (error as Error).message })
    }
  }
  return taken
}

const isOneOf = (kinds: (abstract new (...args: never[]) => Error)[], error: unknown) =>
  kinds.some((kind) => error instanceof kind)
