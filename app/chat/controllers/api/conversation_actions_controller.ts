import { DateTime } from 'luxon'
import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf } from '#chat/http/api_input'
import { namedConversation } from '#chat/http/named_conversation'
import { ChatService } from '#chat/services/chat_service'
import { changedConversation } from '#chat/http/changed_conversation'
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
    const { until } = await bodyOf(ctx.request, snoozeValidator)
    const moment = DateTime.fromISO(until, { zone: 'utc' })
    return changedConversation(this.chat, ctx, (conversation, by) =>
      this.chat.conversations.snoozes.snooze(conversation, moment, by)
    )
  }

  wake(ctx: HttpContext) {
    return changedConversation(this.chat, ctx, (...to) =>
      this.chat.conversations.snoozes.wake(...to)
    )
  }

  async read(ctx: HttpContext) {
    const { seq } = await bodyOf(ctx.request, readValidator)
    const conversation = await namedConversation(this.chat, ctx)
    await this.chat.conversations.look(conversation, ctx.chatAuth.agent)
    await this.chat.messages.reads.byAgent(conversation, seq)
    return ctx.response.noContent()
  }
}
