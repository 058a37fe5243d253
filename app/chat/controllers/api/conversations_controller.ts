import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { queryOf } from '#chat/http/api_input'
import { namedConversation } from '#chat/http/named_conversation'
import { ChatService } from '#chat/services/chat_service'
import { conversationScope } from '#chat/http/api_conversation_scope'
import { conversationsFile } from '#chat/http/conversations_file'
import { page, single } from '#chat/http/api_responses'
import { conversationShape } from '#chat/transformers/api/conversation'
import {
  conversationFiltersValidator,
  conversationsValidator,
} from '#chat/validators/api/conversation'
import { PAGE } from '#chat/validators/api/paging'

/** The tenant's conversations, newest activity first, under the inbox's filters. */
@inject()
export default class ConversationsController {
  constructor(protected chat: ChatService) {}

  async index(ctx: HttpContext) {
    const asked = await queryOf(ctx.request, conversationsValidator)
    const scope = await conversationScope(this.chat, ctx, asked)
    const { conversations, nextCursor } = await this.chat.inbox.list(ctx.chatAuth.tenantId, {
      ...scope,
      cursor: asked.cursor,
      limit: asked.limit ?? PAGE,
    })
    return page(conversationShape, conversations, { next_cursor: nextCursor })
  }

  async show(ctx: HttpContext) {
    const conversation = await namedConversation(this.chat, ctx)
    await conversation.load('labels')
    return single(conversationShape, conversation)
  }

  /** The whole list as a file. */
  async export(ctx: HttpContext) {
    const asked = await queryOf(ctx.request, conversationFiltersValidator)
    const scope = await conversationScope(this.chat, ctx, asked)
    return conversationsFile(this.chat, ctx, scope)
  }

  /** Permanently, with all its messages. */
  async destroy(ctx: HttpContext) {
    const conversation = await namedConversation(this.chat, ctx)
    await this.chat.conversations.removal.remove(conversation, ctx.chatAuth.agent)
    return ctx.response.noContent()
  }
}
