import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatLimits } from '#chat/http/chat_limits'
import { incomingUpload } from '#chat/http/incoming_upload'
import { sendAttachment } from '#chat/http/send_attachment'
import { ChatService } from '#chat/services/chat_service'
import { attachmentView } from '#chat/transformers/attachment_view'
import type { AttachmentJson, FileAddressJson } from '#chat/transformers/json/attachment_json'
import { fileValidator, uploadValidator } from '#chat/validators/widget/file'

/** Files of a visitor: kept until they are sent, and opened again by that visitor alone (W19). */
@inject()
export default class FilesController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  async store(ctx: HttpContext): Promise<AttachmentJson> {
    const { request, response, chatWidget, chatVisitor } = ctx
    const described = await uploadValidator.validate(request.qs())
    await this.limits.file(chatVisitor, request.ip())
    const file = incomingUpload(ctx, described)
    const { attachment, isNew } = await this.chat.attachments.fromVisitor(
      chatVisitor,
      chatWidget,
      file
    )
    response.status(isNew ? 201 : 200)
    return attachmentView(attachment)
  }

  async show(ctx: HttpContext) {
    const { preview: isPreview } = await fileValidator.validate(ctx.request.qs())
    const file = await this.chat.attachments.ofVisitor(ctx.chatVisitor, ctx.params.file)
    return sendAttachment(ctx, this.chat, file, { isPreview })
  }

  /** Where a browser may save a file from for a short while; without an address, it is shown by `show`. */
  async address({ chatVisitor, params, response }: HttpContext): Promise<FileAddressJson> {
    const file = await this.chat.attachments.ofVisitor(chatVisitor, params.file)
    response.header('Cache-Control', 'private, no-store')
    return { url: await this.chat.attachments.addressOf(file) }
  }

  async destroy({ response, params, chatVisitor }: HttpContext) {
    await this.chat.attachments.forgetOfVisitor(chatVisitor, params.file)
    return response.noContent()
  }
}
