import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { agentsUpload } from '#chat/http/agents_upload'
import { queryOf } from '#chat/http/api_input'
import { single } from '#chat/http/api_responses'
import { namedConversation } from '#chat/http/named_conversation'
import { sendAttachment } from '#chat/http/send_attachment'
import { ChatService } from '#chat/services/chat_service'
import { attachmentShape } from '#chat/transformers/api/attachment'
import { attachmentView } from '#chat/transformers/attachment_view'
import { fileValidator, uploadValidator } from '#chat/validators/widget/file'

/** Files of conversations (W19). */
@inject()
export default class FilesController {
  constructor(protected chat: ChatService) {}

  /** Keeps a file until a message is sent with it. */
  async store(ctx: HttpContext) {
    const { widget } = await namedConversation(this.chat, ctx)
    const described = await queryOf(ctx.request, uploadValidator)
    const attachment = await agentsUpload(this.chat, ctx, widget, described)
    return single(attachmentShape, attachmentView(attachment))
  }

  async show(ctx: HttpContext) {
    const { preview: isPreview } = await queryOf(ctx.request, fileValidator)
    const { agent, sight } = ctx.chatAuth
    const file = await this.chat.attachments.ofAgent(agent, ctx.params.file, sight)
    return sendAttachment(ctx, this.chat, file, { isPreview, isStored: false })
  }
}
