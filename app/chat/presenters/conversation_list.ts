import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { viewUser } from '#chat/http/view_user'
import { ChatService } from '#chat/services/chat_service'
import { leavingConversations } from '#chat/services/conversations/leaving'
import type { InboxQuery } from '#chat/services/inbox/inbox_query'
import type { InboxScope } from '#chat/services/inbox/inbox_scope'
import type { ListRow } from '#chat/services/inbox/row_parts'
import { SearchTerms } from '#chat/services/inbox/search/search_terms'
import type SavedView from '#chat/models/saved_view'
import { hasBeenVisited } from '#chat/services/widgets/setup/first_visits'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { presentEmptyList, presentFilters } from '#chat/presenters/filters'
import { presentFound, presentMore } from '#chat/presenters/found'
import { presentFilterMenu, presentViews } from '#chat/presenters/filter_menu'
import { presentRow, unnamedSenders } from '#chat/presenters/row'

const PAGE_SIZE = 30

/** Which page of a list is asked for, and what is on the screen already. */
export interface ListPosition {
  cursor?: unknown
  /** The conversation that is open beside the list. */
  currentId?: string
  /** Rows of earlier pages. */
  shown?: number
}

/** The list on the left: pages of it, single rows of it, the tabs above it. */
@inject()
export class ConversationList {
  #scopes = new WeakMap<HttpContext, Promise<InboxScope>>()

  constructor(protected chat: ChatService) {}

  /** A page of rows; without any, what to do about that. `shown` rows of earlier pages are on the screen already. */
  async page(
    ctx: HttpContext,
    address: InboxQuery,
    { cursor, currentId, shown }: ListPosition = {}
  ) {
    const { tenantId } = ctx.chatAuth
    const request = { ...(await this.#scope(ctx, address)), cursor, limit: PAGE_SIZE }
    const page = await this.chat.inbox.listRows(tenantId, request)
    const { conversations, nextCursor } = page
    const isEmpty = conversations.length === 0 && !nextCursor && (!cursor || address.q)
    return {
      rows: await this.#present(ctx, conversations, address, currentId ?? null),
      nextCursor,
      more: presentMore(page, address, ViewerClock.of(ctx)),
      found: presentFound(page, address, shown),
      empty: isEmpty ? await this.#emptyList(tenantId, address) : null,
    }
  }

  /** Those of the given conversations that belong under the filters. */
  async rows(ctx: HttpContext, address: InboxQuery, ids: string[], currentId: string | null) {
    const scope = await this.#scope(ctx, address)
    const found = await this.chat.inbox.rows(ctx.chatAuth.tenantId, ids, scope)
    return this.#present(ctx, found, address, currentId)
  }

  /** The tabs with their counts, the filter menu and the saved views. */
  async filters(ctx: HttpContext, address: InboxQuery) {
    const { tenantId, agent, may, sight } = ctx.chatAuth
    const [counts, choices, views] = await Promise.all([
      this.counts(ctx, address),
      this.chat.inbox.filters.choices(tenantId, sight),
      this.chat.inbox.views.list(agent),
    ])
    const user = viewUser(ctx)
    const mayChange = (view: SavedView) =>
      may.has('reply chat') && this.chat.inbox.views.mayChange(view, user)
    return {
      ...presentFilters(address, counts),
      menu: presentFilterMenu(address, choices),
      views: presentViews(views, address, mayChange),
      maySave: may.has('reply chat'),
      mayShare: may.has('manage chat'),
    }
  }

  async counts(ctx: HttpContext, address: InboxQuery) {
    if (address.q) return null
    return this.chat.inbox.counts(ctx.chatAuth.tenantId, await this.#scope(ctx, address))
  }

  /** Read once per request: list, tabs and counts are about the same conversations. */
  #scope(ctx: HttpContext, address: InboxQuery): Promise<InboxScope> {
    const known = this.#scopes.get(ctx) ?? this.#readScope(ctx, address)
    this.#scopes.set(ctx, known)
    return known
  }

  async #readScope({ chatAuth: { tenantId, agent, sight } }: HttpContext, address: InboxQuery) {
    const [scope, leaving] = await Promise.all([
      this.chat.inbox.filters.scope(tenantId, agent.id, address, sight),
      leavingConversations(tenantId),
    ])
    return { ...scope, withoutLeaving: true, leaving }
  }

  async #present(
    ctx: HttpContext,
    conversations: ListRow[],
    address: InboxQuery,
    currentId: string | null
  ) {
    const { tenantId, agent, may } = ctx.chatAuth
    const canPick = may.has('reply chat')
    const names = await this.chat.agents.names(tenantId, unnamedSenders(conversations, agent.id))
    const clock = ViewerClock.of(ctx)
    const terms = address.q ? new SearchTerms(address.q) : null
    const frame = { agentId: agent.id, clock, address, currentId, canPick, names, terms }
    return conversations.map((conversation) => presentRow(conversation, frame))
  }

  async #emptyList(tenantId: string, address: InboxQuery) {
    const widgets = await this.chat.widgets.list(tenantId)
    return {
      ...presentEmptyList(address),
      hasWidgets: widgets.length > 0,
      isSetUp: widgets.some(hasBeenVisited),
    }
  }
}
