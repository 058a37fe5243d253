import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { ConversationList } from '#chat/presenters/conversation_list'
import { presentCounts } from '#chat/presenters/filters'
import { MOST_COUNTED } from '#chat/services/inbox/inbox'
import { toInboxQuery } from '#chat/services/inbox/inbox_query'
import { rowsValidator } from '#chat/validators/inbox/conversation'
import { answer } from '#chat/http/inbox_responses'
import type { ListJson, RowsJson, UnreadJson } from '#chat/transformers/json/inbox_json'

/** What keeps a list that is already on a screen in step. */
@inject()
export default class ListsController {
  constructor(
    protected chat: ChatService,
    protected list: ConversationList
  ) {}

  /** A page of rows, from the start or from a cursor on. */
  async index(ctx: HttpContext) {
    const { cursor, current, shown, ...query } = ctx.request.qs()
    const address = toInboxQuery(query)
    const currentId = typeof current === 'string' ? current : undefined
    const position = { cursor, currentId, shown: rowsShown(shown) }
    const [list, filters] = await Promise.all([
      this.list.page(ctx, address, position),
      this.list.filters(ctx, address),
    ])
    return answer<ListJson>(ctx, {
      html: await ctx.view.render('chat::components/inbox/rows', { list }),
      tabs: await ctx.view.render('chat::components/inbox/filters', { filters }),
      next_cursor: list.nextCursor,
      found: list.found,
    })
  }

  /** Single rows: the present state of each, and the requested ids that the filters leave out. */
  async rows(ctx: HttpContext) {
    const { ids } = await rowsValidator.validate(ctx.request.qs())
    const { current, ...query } = ctx.request.qs()
    const address = toInboxQuery(query)
    const currentId = typeof current === 'string' ? current : null
    const rows = await this.list.rows(ctx, address, ids, currentId)
    const found = new Set(rows.map(({ id }) => id))
    return answer<RowsJson>(ctx, {
      html: await ctx.view.render('chat::components/inbox/row_list', { rows }),
      gone: ids.filter((id) => !found.has(id)),
      counts: presentCounts(await this.list.counts(ctx, address)),
    })
  }

  /** For the badge that every page of the CRM carries. */
  async unread(ctx: HttpContext) {
    const { tenantId, agent, sight } = ctx.chatAuth
    const ids = await this.chat.inbox.unread(tenantId, agent.id, sight)
    return answer<UnreadJson & { unread: number }>(ctx, {
      unread: ids.length,
      conversations: ids,
      is_capped: ids.length === MOST_COUNTED,
      agent_id: agent.id,
    })
  }
}

/** How many rows a script has on the screen; nonsense counts as none. */
const rowsShown = (shown: unknown) =>
  typeof shown === 'string' && /^\d{1,6}$/.test(shown) ? Number(shown) : 0
