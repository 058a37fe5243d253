import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { DONE } from '#chat/services/later/pending_action'
import { answerAction, undoOf } from '#chat/controllers/inbox/answers'

/**
 * The states of a conversation and its archive mark. A move that the rules forbid is told, not done; what the
 * visitor would hear of can be undone first.
 */
@inject()
export default class StatusController {
  constructor(protected chat: ChatService) {}

  resolve(ctx: HttpContext) {
    return this.#move(ctx, (...to) => this.chat.undoable.begin(...to, 'resolve'))
  }

  close(ctx: HttpContext) {
    return this.#move(ctx, (...to) => this.chat.undoable.begin(...to, 'close'))
  }

  /** Takes back what is pending of these. */
  undo(ctx: HttpContext) {
    return this.#move(ctx, (conversation) => this.chat.undoable.undo(conversation))
  }

  reopen(ctx: HttpContext) {
    return this.#move(ctx, (conversation, by) => this.chat.conversations.reopen(conversation, by))
  }

  archive(ctx: HttpContext) {
    return this.#move(ctx, (...to) => this.chat.undoable.begin(...to, 'archive'))
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
      const {
        status,
        folder,
        displayNumber,
        pendingAction: pending,
      } = await move(conversation, agent)
      if (!pending) return { status, folder }
      const summary = `${displayNumber} ${DONE[pending]}`
      return { status, folder, undo: undoOf([conversation.externalId], summary, this.chat) }
    })
  }
}
