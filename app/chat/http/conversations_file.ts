import { DateTime } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'
import { csvResponse } from '#chat/http/csv_response'
import { conversationsTable } from '#chat/presenters/conversations_table'
import type { ChatService } from '#chat/services/chat_service'
import type { InboxScope } from '#chat/services/inbox/inbox_scope'
import { csvChunks } from '#chat/support/csv'

/**
 * Responds with a whole list of conversations as a file, and records the export.
 *
 * @throws ExportRunning while another export of this agent runs
 */
export async function conversationsFile(chat: ChatService, ctx: HttpContext, scope: InboxScope) {
  const { tenantId, agent, user } = ctx.chatAuth
  ctx.response.onFinish(chat.inbox.exports.begin(agent))
  const { filter } = scope
  const subject = { id: filter, name: filter }
  await chat.audit.record({ tenantId, userId: user.id, action: 'export.conversations', subject })
  const table = conversationsTable(chat.inbox.exports.batches(tenantId, scope))
  csvResponse(ctx, `conversations-${filter}-${DateTime.utc().toISODate()}`, csvChunks(table))
}
