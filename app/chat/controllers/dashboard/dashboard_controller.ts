import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { dashboardRequest } from '#chat/controllers/dashboard/request'
import { presentDashboard } from '#chat/presenters/dashboard/dashboard'
import { ChatService } from '#chat/services/chat_service'

/** Chat > Dashboard: how the team is doing, now and over a period (D1, D2). */
@inject()
export default class DashboardController {
  constructor(protected chat: ChatService) {}

  /** The page; an address that makes no sense shows the last seven days of all widgets. */
  async show(ctx: HttpContext) {
    const { tenantId } = ctx.chatDesk
    const { analytics } = this.chat
    const widgets = await this.chat.widgets.list(tenantId)
    const { period, widget } = dashboardRequest(ctx, widgets)
    const [overview, report] = await Promise.all([
      analytics.overview(tenantId, widget),
      analytics.report(tenantId, period, widget),
    ])
    ctx.response.header('Cache-Control', 'private, no-store')
    return ctx.view.render(
      'chat::dashboard/index',
      presentDashboard({ overview, report, widgets, widget })
    )
  }
}
