import type { HttpContext } from '@adonisjs/core/http'
import { FileNotReadable, TooManyFiles } from '#chat/exceptions/chat_errors'
import type { IncomingFile } from '#chat/services/attachments/incoming_file'
import { MOST_FILES } from '#chat/services/conversations/message_rules'
import { FILE_BODY } from '#chat/support/request_body'

/** What an upload's query says of it. */
export interface DescribedUpload {
  name: string
  upload_id: string
  size?: number
  /** How many files the message has before this one. */
  beside?: number
}

/**
 * The file that a request brings: its body as it is, which no parser has read.
 *
 * @throws TooManyFiles when the message has as many files as it may
 * @throws FileNotReadable when the body is compressed, or of another type
 */
export function incomingUpload(
  { request }: HttpContext,
  { name, upload_id: uploadId, size: described, beside = 0 }: DescribedUpload
): IncomingFile {
  if (beside >= MOST_FILES) throw new TooManyFiles([String(MOST_FILES)])
  const isEncoded = (request.header('content-encoding') ?? 'identity') !== 'identity'
  if (isEncoded || (request.hasBody() && !request.is([FILE_BODY]))) throw new FileNotReadable()
  const size = described ?? Number(request.header('content-length') ?? Number.NaN)
  return { name, uploadId, bytes: request.request, size: Number.isNaN(size) ? null : size }
}
