import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { ConversationPane } from '#chat/presenters/conversation_pane'
import { draftValidator, threadValidator } from '#chat/validators/inbox/conversation'
import { answer, answerAction, isScript } from '#chat/controllers/inbox/answers'

const PAGE = 100

/** The thread of a conversation: reading on in either direction, replies and notes. */
@inject()
export default class MessagesController {
  constructor(
    protected chat: ChatService,
    protected pane: ConversationPane
  ) {}

  /** Messages after a place, before one, or the newest. */
  async index(ctx: HttpContext) {
    const place = await ctx.request.validateUsing(threadValidator, { data: ctx.request.qs() })
    const conversation = await this.#conversation(ctx)
    return this.#fragment(ctx, await this.pane.thread(ctx, conversation, { ...place, limit: PAGE }))
  }

  /** Stores a reply or a note once, however often it is sent. */
  async store(ctx: HttpContext) {
    const draft = await ctx.request.validateUsing(draftValidator)
    const conversation = await this.#conversation(ctx)
    return answerAction(ctx, async () => {
      const post = await this.chat.agentMessages.post(conversation, ctx.chatDesk.agent, {
        content: draft.content,
        clientMessageId: draft.client_message_id,
        internal: draft.internal ?? false,
      })
      if (!isScript(ctx)) return
      ctx.response.status(post.isNew ? 201 : 200)
      const { seq } = post.message
      const place = { after: seq - 1, before: seq + 1, limit: 1 }
      return this.#fragment(ctx, await this.pane.thread(ctx, post.conversation, place))
    })
  }

  async #fragment(ctx: HttpContext, thread: Awaited<ReturnType<ConversationPane['thread']>>) {
    return answer(ctx, {
      html: await ctx.view.render('chat::components/inbox/days', { days: thread.days }),
      first_seq: thread.firstSeq,
      last_seq: thread.lastSeq,
      has_more: thread.hasMore,
      visitor_read_seq: thread.visitorReadSeq,
      agent_read_seq: thread.agentReadSeq,
    })
  }

  #conversation({ chatDesk, params }: HttpContext) {
    return this.chat.inbox.conversation(chatDesk.tenantId, params.id)
  }
}
