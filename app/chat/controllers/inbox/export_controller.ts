import { inject } from '@adonisjs/core'
import { DateTime } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'
import { csvAnswer } from '#chat/controllers/csv_answer'
import { conversationsTable } from '#chat/presenters/conversations_table'
import { ChatService } from '#chat/services/chat_service'
import { toInboxAddress } from '#chat/services/inbox_address'
import { csvChunks } from '#chat/support/csv'

/** What the inbox's list shows, whole, for a spreadsheet: one export at a time for each agent (I12). */
@inject()
export default class ExportController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const { tenantId, agent, user } = ctx.chatDesk
    ctx.response.onFinish(this.chat.exports.begin(agent))
    const address = toInboxAddress(ctx.request.qs())
    const scope = await this.chat.inboxFilters.scope(tenantId, agent.id, address)
    await this.chat.audit.record({
      tenantId,
      userId: user.id,
      action: 'export.conversations',
      subject: { id: address.filter, name: address.filter },
    })
    const table = conversationsTable(this.chat.exports.batches(tenantId, scope))
    csvAnswer(
      ctx,
      `conversations-${address.filter}-${DateTime.utc().toISODate()}`,
      csvChunks(table)
    )
  }
}
