import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { ConversationList } from '#chat/presenters/conversation_list'
import { presentCounts } from '#chat/presenters/filters'
import { MOST_COUNTED } from '#chat/services/inbox'
import { toInboxAddress } from '#chat/services/inbox_address'
import { rowsValidator } from '#chat/validators/inbox/conversation'
import { answer } from '#chat/controllers/inbox/answers'

/** What keeps a list that is already on a screen in step. */
@inject()
export default class ListsController {
  constructor(
    protected chat: ChatService,
    protected list: ConversationList
  ) {}

  /** A page of rows, from the start or from a cursor on. */
  async index(ctx: HttpContext) {
    const { cursor, current, ...query } = ctx.request.qs()
    const address = toInboxAddress(query)
    const currentId = typeof current === 'string' ? current : undefined
    const [list, filters] = await Promise.all([
      this.list.page(ctx, address, cursor, currentId),
      this.list.filters(ctx, address),
    ])
    return answer(ctx, {
      html: await ctx.view.render('chat::components/inbox/rows', { list }),
      tabs: await ctx.view.render('chat::components/inbox/filters', { filters }),
      next_cursor: list.nextCursor,
      found: list.found,
    })
  }

  /** Single rows: each as it is now, and which of those asked for belong somewhere else. */
  async rows(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(rowsValidator, { data: ctx.request.qs() })
    const { current, ...query } = ctx.request.qs()
    const address = toInboxAddress(query)
    const currentId = typeof current === 'string' ? current : null
    const rows = await this.list.rows(ctx, address, ids, currentId)
    const found = new Set(rows.map(({ id }) => id))
    return answer(ctx, {
      html: await ctx.view.render('chat::components/inbox/row_list', { rows }),
      gone: ids.filter((id) => !found.has(id)),
      counts: presentCounts(await this.list.counts(ctx, address)),
    })
  }

  /** For the badge that every page of the CRM carries. */
  async unread(ctx: HttpContext) {
    const { tenantId, agent } = ctx.chatDesk
    const ids = await this.chat.inbox.unread(tenantId, agent.id)
    return answer(ctx, {
      unread: ids.length,
      conversations: ids,
      is_capped: ids.length === MOST_COUNTED,
      agent_id: agent.id,
    })
  }
}
