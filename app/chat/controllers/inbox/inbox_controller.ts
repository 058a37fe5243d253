import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { ConversationList } from '#chat/presenters/conversation_list'
import { ConversationPane } from '#chat/presenters/conversation_pane'
import { presentBulk } from '#chat/presenters/bulk'
import { teammatesOf } from '#chat/presenters/teammates'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { presentTemplates } from '#chat/presenters/templates'
import { toInboxQuery } from '#chat/services/inbox/inbox_query'
import { pagesFor } from '#chat/support/module_pages'
import { listQuery, openingOf } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'

/** The inbox as pages: complete and usable before, or without, any script. */
@inject()
export default class InboxController {
  constructor(
    protected chat: ChatService,
    protected list: ConversationList,
    protected pane: ConversationPane,
    protected gateway: StreamGateway
  ) {}

  /** The list alone. */
  async index(ctx: HttpContext) {
    return ctx.view.render('chat::inbox/index', { ...(await this.#frame(ctx)), pane: null })
  }

  /** The list with one conversation open beside it. */
  async show(ctx: HttpContext) {
    const conversation = await namedConversation(this.chat, ctx)
    const [frame, pane] = await Promise.all([
      this.#frame(ctx, conversation.externalId),
      this.pane.whole(ctx, conversation, listQuery(ctx), openingOf(ctx)),
    ])
    return ctx.view.render('chat::inbox/index', { ...frame, pane })
  }

  async #frame(ctx: HttpContext, currentId?: string) {
    const { cursor, panel, ...query } = ctx.request.qs()
    const address = toInboxQuery(query)
    const { agent, user, tenantId, may } = ctx.chatAuth
    const canReply = may.has('reply chat')
    // Before anything is read: what changes meanwhile is after it
    const { mark } = this.gateway
    const [filters, list, mates, labels] = await Promise.all([
      this.list.filters(ctx, address),
      this.list.page(ctx, address, { cursor, currentId }),
      canReply ? teammatesOf(this.chat, tenantId) : [],
      canReply ? this.chat.labels.list(tenantId) : [],
    ])
    return {
      filters,
      list,
      agentId: agent.id,
      mark: mark ?? '',
      timeZone: ctx.chatAuth.timeZone ? ViewerClock.of(ctx).zone : '',
      isPanelOpen: panel === 'details',
      canReply,
      pages: pagesFor(may),
      templates: presentTemplates(canReply),
      bulk: canReply ? presentBulk(mates, user, labels) : null,
    }
  }
}
