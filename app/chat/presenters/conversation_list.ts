import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import type { InboxAddress } from '#chat/services/inbox_address'
import { SearchTerms } from '#chat/services/search/search_terms'
import type Conversation from '#chat/models/conversation'
import type SavedView from '#chat/models/saved_view'
import { hasBeenVisited } from '#chat/services/setup/first_visits'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { presentEmptyList, presentFilters } from '#chat/presenters/filters'
import { presentFound, presentMore } from '#chat/presenters/found'
import { presentNarrowing, presentViews } from '#chat/presenters/narrowing'
import { presentRow, unnamedSenders } from '#chat/presenters/row'

const PAGE_SIZE = 30

/** The list on the left: pages of it, single rows of it, the tabs above it. */
@inject()
export class ConversationList {
  constructor(protected chat: ChatService) {}

  /** A page of rows; without any, what to do about that. */
  async page(ctx: HttpContext, address: InboxAddress, cursor?: unknown, currentId?: string) {
    const { tenantId } = ctx.chatDesk
    const request = { ...(await this.#scope(ctx, address)), cursor, limit: PAGE_SIZE }
    const page = await this.chat.inbox.list(tenantId, request)
    const { conversations, nextCursor } = page
    const isEmpty = conversations.length === 0 && !nextCursor && (!cursor || address.q)
    return {
      rows: await this.#present(ctx, conversations, address, currentId ?? null),
      nextCursor,
      more: presentMore(page, address, ViewerClock.of(ctx)),
      found: presentFound(page, address),
      empty: isEmpty ? await this.#emptyList(tenantId, address) : null,
    }
  }

  /** Those of the given conversations that belong under the filters. */
  async rows(ctx: HttpContext, address: InboxAddress, ids: string[], currentId: string | null) {
    const scope = await this.#scope(ctx, address)
    const found = await this.chat.inbox.rows(ctx.chatDesk.tenantId, ids, scope)
    return this.#present(ctx, found, address, currentId)
  }

  /** The tabs, what the list is and can be narrowed to, and the views. */
  async filters(ctx: HttpContext, address: InboxAddress) {
    const { tenantId, agent, may } = ctx.chatDesk
    const [counts, choices, views] = await Promise.all([
      this.counts(ctx, address),
      this.chat.inboxFilters.choices(tenantId),
      this.chat.views.list(agent),
    ])
    const user = { agent, mayManage: may.has('manage chat') }
    const mayChange = (view: SavedView) =>
      may.has('reply chat') && this.chat.views.mayChange(view, user)
    return {
      ...presentFilters(address, counts),
      narrowing: presentNarrowing(address, choices),
      views: presentViews(views, address, mayChange),
      maySave: may.has('reply chat'),
      mayShare: may.has('manage chat'),
    }
  }

  async counts(ctx: HttpContext, address: InboxAddress) {
    if (address.q) return null
    const { agentId, narrow } = await this.#scope(ctx, address)
    return this.chat.inbox.counts(ctx.chatDesk.tenantId, agentId, narrow)
  }

  #scope({ chatDesk: { tenantId, agent } }: HttpContext, address: InboxAddress) {
    return this.chat.inboxFilters.scope(tenantId, agent.id, address)
  }

  async #present(
    ctx: HttpContext,
    conversations: Conversation[],
    address: InboxAddress,
    currentId: string | null
  ) {
    const { tenantId, agent, may } = ctx.chatDesk
    const canPick = may.has('reply chat')
    const names = await this.chat.agents.names(tenantId, unnamedSenders(conversations, agent.id))
    const clock = ViewerClock.of(ctx)
    const terms = address.q ? new SearchTerms(address.q) : null
    const frame = { agentId: agent.id, clock, address, currentId, canPick, names, terms }
    return conversations.map((conversation) => presentRow(conversation, frame))
  }

  async #emptyList(tenantId: string, address: InboxAddress) {
    const widgets = await this.chat.widgets.list(tenantId)
    return {
      ...presentEmptyList(address),
      hasWidgets: widgets.length > 0,
      isSetUp: widgets.some(hasBeenVisited),
    }
  }
}
