import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { agentsUpload } from '#chat/http/agents_upload'
import { answer } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'
import { sendAttachment, sendElsewhere } from '#chat/http/send_attachment'
import { ChatService } from '#chat/services/chat_service'
import { attachmentView } from '#chat/transformers/attachment_view'
import { fileValidator, uploadValidator } from '#chat/validators/widget/file'

/** Files in the inbox: those of conversations that the agent may see, and their own until they are sent (W19). */
@inject()
export default class FilesController {
  constructor(protected chat: ChatService) {}

  async store(ctx: HttpContext) {
    const { widget } = await namedConversation(this.chat, ctx)
    const described = await uploadValidator.validate(ctx.request.qs())
    const attachment = await agentsUpload(this.chat, ctx, widget, described)
    return answer(ctx, attachmentView(attachment))
  }

  async show(ctx: HttpContext) {
    const { preview: isPreview } = await fileValidator.validate(ctx.request.qs())
    const { agent, sight } = ctx.chatAuth
    const file = await this.chat.attachments.ofAgent(agent, ctx.params.file, sight)
    if (await sendElsewhere(ctx, this.chat, file)) return
    return sendAttachment(ctx, this.chat, file, { isPreview })
  }

  async destroy(ctx: HttpContext) {
    await this.chat.attachments.forgetOfAgent(ctx.chatAuth.agent, ctx.params.file)
    return answer(ctx, { done: true })
  }
}
