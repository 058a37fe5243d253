import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { conversationsFile } from '#chat/http/conversations_file'
import { ChatService } from '#chat/services/chat_service'
import { toInboxQuery } from '#chat/services/inbox/inbox_query'

/** What the inbox's list shows, whole, for a spreadsheet: one export at a time for each agent (I12). */
@inject()
export default class ExportController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const { tenantId, agent, sight } = ctx.chatAuth
    const address = toInboxQuery(ctx.request.qs())
    const scope = await this.chat.inbox.filters.scope(tenantId, agent.id, address, sight)
    return conversationsFile(this.chat, ctx, scope)
  }
}
