import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { answer, isScript, listQuery } from '#chat/controllers/inbox/answers'

/** The end of a conversation: it and its messages are deleted. */
@inject()
export default class RemovalController {
  constructor(protected chat: ChatService) {}

  async destroy(ctx: HttpContext) {
    const { tenantId, agent } = ctx.chatDesk
    const conversation = await this.chat.inbox.conversation(tenantId, ctx.params.id)
    await this.chat.removal.remove(conversation, agent)
    if (isScript(ctx)) return answer(ctx, { deleted: conversation.externalId })
    ctx.session.flash('chatNotice', `${conversation.displayNumber} has been deleted`)
    return ctx.response.redirect().toPath(`/chat${listQuery(ctx)}`)
  }
}
