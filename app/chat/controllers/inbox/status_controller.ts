import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { answerAction, undoOf } from '#chat/http/inbox_responses'
import { text } from '#chat/texts/text'
import { namedConversation } from '#chat/http/named_conversation'

/**
 * The states of a conversation and its archive mark. A move that the rules forbid is refused with a reason; what the
 * visitor would hear of can be undone first.
 */
@inject()
export default class StatusController {
  constructor(protected chat: ChatService) {}

  resolve(ctx: HttpContext) {
    return this.#move(ctx, (...to) => this.chat.conversations.undoable.begin(...to, 'resolve'))
  }

  close(ctx: HttpContext) {
    return this.#move(ctx, (...to) => this.chat.conversations.undoable.begin(...to, 'close'))
  }

  /** Takes back what is pending of these. */
  undo(ctx: HttpContext) {
    return this.#move(ctx, (conversation) => this.chat.conversations.undoable.undo(conversation))
  }

  reopen(ctx: HttpContext) {
    return this.#move(ctx, (conversation, by) => this.chat.conversations.reopen(conversation, by))
  }

  archive(ctx: HttpContext) {
    return this.#move(ctx, (...to) => this.chat.conversations.undoable.begin(...to, 'archive'))
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
    const { agent } = ctx.chatAuth
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const {
        status,
        folder,
        displayNumber,
        pendingAction: pending,
      } = await move(conversation, agent)
      if (!pending) return { status, folder }
      const summary = text(`inbox.actions.done.${pending}`, { number: displayNumber })
      return { status, folder, undo: undoOf([conversation.externalId], summary, this.chat) }
    })
  }
}
