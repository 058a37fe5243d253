import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { csvAnswer } from '#chat/controllers/csv_answer'
import { dashboardRequest } from '#chat/controllers/dashboard/request'
import { agentsTable, timeTable } from '#chat/presenters/dashboard/export_tables'
import { ChatService } from '#chat/services/chat_service'
import { csvLines } from '#chat/support/csv'

const TABLES = { agents: agentsTable, time: timeTable }

/** The dashboard's tables for a spreadsheet (D3): `?table=agents`, the default, or `?table=time`. */
@inject()
export default class DashboardExportController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatDesk
    const widgets = await this.chat.widgets.list(tenantId)
    const { period, widget } = dashboardRequest(ctx, widgets)
    const report = await this.chat.analytics.report(tenantId, period, widget)
    const name = ctx.request.qs().table === 'time' ? 'time' : 'agents'
    const { from, to } = report.period

    await this.chat.audit.record({ tenantId, userId: user.id, action: 'export.dashboard' })
    csvAnswer(ctx, `chat-${name}-${from}-${to}`, csvLines(TABLES[name](report)))
  }
}
