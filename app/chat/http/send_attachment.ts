import type { HttpContext } from '@adonisjs/core/http'
import type Attachment from '#chat/models/attachment'
import { savedAs } from '#chat/services/attachments/file_name'
import { isPicture } from '#chat/services/attachments/file_types'
import type { ChatService } from '#chat/services/chat_service'

/**
 * Answers with a file that its reader may open. Only pictures may be shown; everything else is saved, and none of it runs
 * anything: whatever a file holds, it is no page of this origin.
 *
 * @param isPreview for a smaller picture, where there is one
 * @param isStored whether its reader's browser may store it: it asks each time whether it still may show it
 * @throws FileNotFound when the store does not have its bytes, FilesAway when it gives no answer
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
  response.header('Content-Disposition', savedAs(file.name, kind))
  response.header('Content-Security-Policy', "default-src 'none'; sandbox")
  response.header('X-Content-Type-Options', 'nosniff')
  response.header('Cross-Origin-Resource-Policy', 'same-origin')
  response.header('Referrer-Policy', 'no-referrer')
  response.header('Cache-Control', isStored ? 'private, no-cache' : 'private, no-store')
  if (isStored) response.header('ETag', `"${file.externalId}${isSmall ? '.preview' : ''}"`)
  if (isStored && response.fresh()) return response.status(304).send(null)
  const bytes = await attachments.open(file, isSmall)
  // Without its end, what arrived is not taken for the file
  bytes.once('error', () => response.response.destroy())
  if (!isSmall) response.header('Content-Length', String(file.size))
  return response.stream(bytes)
}

/**
 * Sends a browser that follows a link to where the file is kept, by a short-lived address; false where the chat has to send it. What a
 * page loads into itself always comes from the chat, as the page's policy asks.
 */
export async function sendElsewhere(
  { request, response }: HttpContext,
  { attachments }: ChatService,
  file: Attachment
): Promise<boolean> {
  const isFollowed = request.header('sec-fetch-mode') === 'navigate'
  const address = isFollowed ? await attachments.addressOf(file) : null
  if (!address) return false
  response.header('Referrer-Policy', 'no-referrer')
  response.header('Cache-Control', 'private, no-store')
  response.redirect().status(302).toPath(address)
  return true
}
