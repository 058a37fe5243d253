import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { csvResponse } from '#chat/http/csv_response'
import { dashboardRequest } from '#chat/http/dashboard_request'
import { dashboardTable } from '#chat/presenters/dashboard/export_tables'
import { ChatService } from '#chat/services/chat_service'
import { widgetsInSight } from '#chat/services/visibility/sight'
import { csvLines } from '#chat/support/csv'

/** The dashboard's tables for a spreadsheet (D3): `?table=agents`, the default, or `?table=time`. */
@inject()
export default class DashboardExportController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const { tenantId, user, sight } = ctx.chatAuth
    const widgets = widgetsInSight(await this.chat.widgets.list(tenantId), sight)
    const { period, widget } = dashboardRequest(ctx, widgets)
    const report = await this.chat.analytics.report(tenantId, period, widget, sight)
    const name = ctx.request.qs().table === 'time' ? 'time' : 'agents'
    const { from, to } = report.period

    await this.chat.audit.record({ tenantId, userId: user.id, action: 'export.dashboard' })
    csvResponse(ctx, `chat-${name}-${from}-${to}`, csvLines(dashboardTable(name, report)))
  }
}
