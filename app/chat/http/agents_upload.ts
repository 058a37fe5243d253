import type { HttpContext } from '@adonisjs/core/http'
import { incomingUpload, type DescribedUpload } from '#chat/http/incoming_upload'
import type Attachment from '#chat/models/attachment'
import type Widget from '#chat/models/widget'
import type { ChatService } from '#chat/services/chat_service'

/**
 * Keeps the file that an agent's request brings until a message is sent with it. The response has 201 for a new file, and
 * 200 for one that was kept before.
 *
 * @throws TooManyFiles, FileNotReadable like `incomingUpload`, and what `attachments.fromAgent` refuses
 */
export async function agentsUpload(
  chat: ChatService,
  ctx: HttpContext,
  widget: Widget,
  described: DescribedUpload
): Promise<Attachment> {
  const file = incomingUpload(ctx, described)
  const { attachment, isNew } = await chat.attachments.fromAgent(ctx.chatAuth.agent, widget, file)
  ctx.response.status(isNew ? 201 : 200)
  return attachment
}
