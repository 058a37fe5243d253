import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import type { InboxFilter } from '#chat/services/inbox'
import type Conversation from '#chat/models/conversation'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { presentEmptyList, presentFilters } from '#chat/presenters/filters'
import { presentRow, unnamedSenders } from '#chat/presenters/row'

const PAGE_SIZE = 30

/** The list on the left: pages of it, single rows of it, the tabs above it. */
@inject()
export class ConversationList {
  constructor(protected chat: ChatService) {}

  /** A page of rows; without any, what to do about that. */
  async page(ctx: HttpContext, filter: InboxFilter, cursor?: unknown, currentId?: string) {
    const { tenantId, agent } = ctx.chatDesk
    const request = { filter, cursor, agentId: agent.id, limit: PAGE_SIZE }
    const { conversations, nextCursor } = await this.chat.inbox.list(tenantId, request)
    const isEmpty = conversations.length === 0 && !cursor
    return {
      rows: await this.#present(ctx, conversations, filter, currentId ?? null),
      nextCursor,
      moreUrl: nextCursor && `/chat?filter=${filter}&cursor=${nextCursor}`,
      empty: isEmpty ? await this.#emptyList(tenantId, filter) : null,
    }
  }

  /** Those of the given conversations that belong under the filter. */
  async rows(ctx: HttpContext, filter: InboxFilter, ids: string[], currentId: string | null) {
    const { tenantId, agent } = ctx.chatDesk
    const found = await this.chat.inbox.rows(tenantId, ids, { filter, agentId: agent.id })
    return this.#present(ctx, found, filter, currentId)
  }

  async filters(ctx: HttpContext, filter: InboxFilter) {
    return presentFilters(filter, await this.counts(ctx))
  }

  counts({ chatDesk: { tenantId, agent } }: HttpContext) {
    return this.chat.inbox.counts(tenantId, agent.id)
  }

  async #present(
    ctx: HttpContext,
    conversations: Conversation[],
    filter: InboxFilter,
    currentId: string | null
  ) {
    const { tenantId, agent } = ctx.chatDesk
    const names = await this.chat.agents.names(tenantId, unnamedSenders(conversations, agent.id))
    const frame = { agentId: agent.id, clock: ViewerClock.of(ctx), filter, currentId, names }
    return conversations.map((conversation) => presentRow(conversation, frame))
  }

  async #emptyList(tenantId: string, filter: InboxFilter) {
    const widgets = await this.chat.widgets.list(tenantId)
    return { ...presentEmptyList(filter), hasWidgets: widgets.length > 0 }
  }
}
