import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { ConversationList } from '#chat/presenters/conversation_list'
import { ConversationPane } from '#chat/presenters/conversation_pane'
import { toFilter } from '#chat/presenters/filters'
import { listQuery } from '#chat/controllers/inbox/answers'

/** The inbox as pages: complete and usable before, or without, any script. */
@inject()
export default class InboxController {
  constructor(
    protected chat: ChatService,
    protected list: ConversationList,
    protected pane: ConversationPane
  ) {}

  /** The list alone. */
  async index(ctx: HttpContext) {
    return ctx.view.render('chat::inbox/index', { ...(await this.#frame(ctx)), pane: null })
  }

  /** The list with one conversation open beside it. */
  async show(ctx: HttpContext) {
    const conversation = await this.chat.inbox.conversation(ctx.chatDesk.tenantId, ctx.params.id)
    const [frame, pane] = await Promise.all([
      this.#frame(ctx, conversation.externalId),
      this.pane.whole(ctx, conversation, listQuery(ctx)),
    ])
    return ctx.view.render('chat::inbox/index', { ...frame, pane })
  }

  async #frame(ctx: HttpContext, currentId?: string) {
    const { filter: asked, cursor, panel } = ctx.request.qs()
    const filter = toFilter(asked)
    const [filters, list] = await Promise.all([
      this.list.filters(ctx, filter),
      this.list.page(ctx, filter, cursor, currentId),
    ])
    const { agent, may } = ctx.chatDesk
    return {
      filters,
      list,
      agentId: agent.id,
      isPanelOpen: panel === 'details',
      canReply: may.has('reply chat'),
    }
  }
}
