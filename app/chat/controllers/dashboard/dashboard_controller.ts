import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { dashboardRequest } from '#chat/http/dashboard_request'
import { presentDashboard } from '#chat/presenters/dashboard/dashboard'
import { ChatService } from '#chat/services/chat_service'
import { widgetsInSight } from '#chat/services/visibility/sight'

/** Chat > Dashboard: how the team is doing, now and over a period (D1, D2). */
@inject()
export default class DashboardController {
  constructor(protected chat: ChatService) {}

  /** The page; an address that makes no sense shows the last seven days of all widgets. */
  async show(ctx: HttpContext) {
    const { tenantId, sight } = ctx.chatAuth
    const { analytics } = this.chat
    const widgets = widgetsInSight(await this.chat.widgets.list(tenantId), sight)
    const { period, widget } = dashboardRequest(ctx, widgets)
    const [overview, report] = await Promise.all([
      analytics.overview(tenantId, widget, sight),
      analytics.report(tenantId, period, widget, sight),
    ])
    ctx.response.header('Cache-Control', 'private, no-store')
    return ctx.view.render(
      'chat::dashboard/index',
      presentDashboard({ overview, report, widgets, widget, isLimited: sight !== null })
    )
  }
}
