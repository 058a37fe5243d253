import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { answer, isScript, listQuery } from '#chat/http/inbox_responses'
import { text } from '#chat/texts/text'
import { namedConversation } from '#chat/http/named_conversation'
import { chatUrl } from '#chat/support/chat_url'

/** The end of a conversation, or of all that is known of its visitor. */
@inject()
export default class RemovalController {
  constructor(protected chat: ChatService) {}

  async destroy(ctx: HttpContext) {
    const { agent } = ctx.chatAuth
    const conversation = await namedConversation(this.chat, ctx)
    await this.chat.conversations.removal.remove(conversation, agent)
    if (isScript(ctx)) return answer(ctx, { deleted: conversation.externalId })
    const notice = text('inbox.actions.delete.done', { number: conversation.displayNumber })
    ctx.session.flash('chatNotice', notice)
    return ctx.response.redirect().toPath(chatUrl('chat.inbox.index', {}, listQuery(ctx)))
  }

  /** Erases the visitor; who they are is gone when this answers, the rest follows within seconds. */
  async erase(ctx: HttpContext) {
    const conversation = await namedConversation(this.chat, ctx)
    await this.chat.erasure.begin(conversation.visitor, ctx.chatAuth.agent)
    if (isScript(ctx)) return answer(ctx, { deleted: conversation.externalId })
    ctx.session.flash('chatNotice', text('inbox.actions.erase.done'))
    return ctx.response.redirect().toPath(chatUrl('chat.inbox.index', {}, listQuery(ctx)))
  }
}
