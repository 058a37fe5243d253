import type { HttpContext } from '@adonisjs/core/http'
import type Attachment from '#chat/models/attachment'
import { isPicture } from '#chat/services/attachments/file_types'
import type { ChatService } from '#chat/services/chat_service'

/**
 * Answers with a file that its reader may open. Only pictures may be shown; everything else is saved, and none of it runs
 * anything: whatever a file holds, it is no page of this origin.
 *
 * @param isPreview for a smaller picture, where there is one
 * @param isStored whether its reader's browser may store it: it asks each time whether it still may show it
 * @throws FileNotFound when the store does not have its bytes
 */
export async function sendAttachment(
  { response }: HttpContext,
  { attachments }: ChatService,
  file: Attachment,
  { isPreview = false, isStored = true }: { isPreview?: boolean; isStored?: boolean } = {}
) {
  const isSmall = isPreview && file.hasPreview
  const kind = isPicture(file.mediaType) ? 'inline' : 'attachment'
  response.header('Content-Type', isSmall ? 'image/webp' : file.mediaType)
  response.header('Content-Disposition', `${kind}; filename*=UTF-8''${encoded(file.name)}`)
  response.header('Content-Security-Policy', "default-src 'none'; sandbox")
  response.header('X-Content-Type-Options', 'nosniff')
  response.header('Cross-Origin-Resource-Policy', 'same-origin')
  response.header('Referrer-Policy', 'no-referrer')
  response.header('Cache-Control', isStored ? 'private, no-cache' : 'private, no-store')
  if (isStored) response.header('ETag', `"${file.externalId}${isSmall ? '.preview' : ''}"`)
  if (isStored && response.fresh()) return response.status(304).send(null)
  const bytes = await attachments.open(file, isSmall)
  if (!isSmall) response.header('Content-Length', String(file.size))
  return response.stream(bytes)
}

/** A name as a header may carry it (RFC 8187). */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
