import { inject } from '@adonisjs/core'
import type { Infer } from '@vinejs/vine/types'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { ConversationPane } from '#chat/presenters/conversation_pane'
import { draftValidator, threadValidator } from '#chat/validators/inbox/conversation'
import { answer, answerAction, isScript } from '#chat/http/inbox_responses'
import type { ThreadJson } from '#chat/transformers/json/inbox_json'

const PAGE = 100

type Draft = Infer<typeof draftValidator>

/** The thread of a conversation: reading on in either direction, replies and notes. */
@inject()
export default class MessagesController {
  constructor(
    protected chat: ChatService,
    protected pane: ConversationPane
  ) {}

  /** Messages after one, before one, or the newest. */
  async index(ctx: HttpContext) {
    const range = await threadValidator.validate(ctx.request.qs())
    const conversation = await this.#conversation(ctx)
    return this.#fragment(ctx, await this.pane.thread(ctx, conversation, { ...range, limit: PAGE }))
  }

  /**
   * Stores a reply or a note once, however often it is sent; not, when its agent says what they have
   * seen and others have written since (409).
   */
  async store(ctx: HttpContext) {
    const draft = await draftValidator.validate(ctx.request.all())
    return answerAction(ctx, () => this.#post(ctx, draft))
  }

  async #post(ctx: HttpContext, draft: Draft) {
    const { agent, tenantId, sight } = ctx.chatAuth
    const reference = sight
      ? await this.#conversation(ctx)
      : { tenantId, externalId: ctx.params.id as string }
    const post = await this.chat.messages.agent.post(reference, agent, {
      content: draft.content ?? '',
      attachments: draft.attachments,
      clientMessageId: draft.client_message_id,
      internal: draft.internal ?? false,
      seenSeq: draft.seen_seq,
    })
    if (!isScript(ctx)) return
    ctx.response.status(post.isNew ? 201 : 200)
    const page = { messages: [post.message], hasMore: false, hasNewer: false }
    return this.#fragment(ctx, this.pane.page(ctx, post.facts, page))
  }

  async #fragment(ctx: HttpContext, thread: ReturnType<ConversationPane['page']>) {
    return answer<ThreadJson>(ctx, {
      html: await ctx.view.render('chat::components/inbox/days', { days: thread.days }),
      first_seq: thread.firstSeq,
      last_seq: thread.lastSeq,
      has_more: thread.hasMore,
      visitor_read_seq: thread.visitorReadSeq,
      agent_read_seq: thread.agentReadSeq,
    })
  }

  #conversation({ chatAuth, params }: HttpContext) {
    return this.chat.inbox.bareConversation(chatAuth.tenantId, params.id, chatAuth.sight)
  }
}
