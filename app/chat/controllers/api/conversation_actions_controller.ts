import { DateTime } from 'luxon'
import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { changedConversation } from '#chat/controllers/api/changed_conversation'
import { readValidator, snoozeValidator } from '#chat/validators/api/conversation'

/** The states of a conversation, its archive mark, and how far it has been read. */
@inject()
export default class ConversationActionsController {
  constructor(protected chat: ChatService) {}

  resolve(ctx: HttpContext) {
    return changedConversation(this.chat, ctx, (...to) => this.chat.conversations.resolve(...to))
  }

  close(ctx: HttpContext) {
    return changedConversation(this.chat, ctx, (...to) => this.chat.conversations.close(...to))
  }

  reopen(ctx: HttpContext) {
    return changedConversation(this.chat, ctx, (...to) => this.chat.conversations.reopen(...to))
  }

  archive(ctx: HttpContext) {
    return changedConversation(this.chat, ctx, (...to) => this.chat.conversations.archive(...to))
  }

  unarchive(ctx: HttpContext) {
    return changedConversation(this.chat, ctx, (...to) => this.chat.conversations.unarchive(...to))
  }

  async snooze(ctx: HttpContext) {
    const { until } = await ctx.request.validateUsing(snoozeValidator)
    const moment = DateTime.fromISO(until, { zone: 'utc' })
    return changedConversation(this.chat, ctx, (conversation, by) =>
      this.chat.snoozes.snooze(conversation, moment, by)
    )
  }

  wake(ctx: HttpContext) {
    return changedConversation(this.chat, ctx, (...to) => this.chat.snoozes.wake(...to))
  }

  async read(ctx: HttpContext) {
    const { chatDesk, params, request, response } = ctx
    const { seq } = await request.validateUsing(readValidator, { data: request.body() })
    const conversation = await this.chat.inbox.conversation(chatDesk.tenantId, params.id)
    await this.chat.conversations.look(conversation, ctx.chatDesk.agent)
    await this.chat.reads.byAgent(conversation, seq)
    return response.noContent()
  }
}
