import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { answerAction } from '#chat/controllers/inbox/answers'

/** The states of a conversation and its archive mark. A move that the rules forbid is told, not done. */
@inject()
export default class StatusController {
  constructor(protected chat: ChatService) {}

  resolve(ctx: HttpContext) {
    return this.#move(ctx, (conversation, by) => this.chat.conversations.resolve(conversation, by))
  }

  close(ctx: HttpContext) {
    return this.#move(ctx, (conversation, by) => this.chat.conversations.close(conversation, by))
  }

  reopen(ctx: HttpContext) {
    return this.#move(ctx, (conversation, by) => this.chat.conversations.reopen(conversation, by))
  }

  archive(ctx: HttpContext) {
    return this.#move(ctx, (conversation, by) => this.chat.conversations.archive(conversation, by))
  }

  unarchive(ctx: HttpContext) {
    return this.#move(ctx, (conversation, by) =>
      this.chat.conversations.unarchive(conversation, by)
    )
  }

  async #move(
    ctx: HttpContext,
    move: (conversation: Conversation, by: Agent) => Promise<Conversation>
  ) {
    const { tenantId, agent } = ctx.chatDesk
    const conversation = await this.chat.inbox.conversation(tenantId, ctx.params.id)
    return answerAction(ctx, async () => {
      const { status, folder } = await move(conversation, agent)
      return { status, folder }
    })
  }
}
