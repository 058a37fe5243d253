import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { queryOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { assertInSight, widgetsInSight } from '#chat/services/visibility/sight'
import { single } from '#chat/http/api_responses'
import { dashboardShape } from '#chat/transformers/api/dashboard'
import { dashboardValidator } from '#chat/validators/api/conversation'

const RECENT = 10

/** How things are now: figures, what happened last, and the widgets that are on. */
@inject()
export default class DashboardController {
  constructor(protected chat: ChatService) {}

  /** Of all widgets in sight, or of one. */
  async show({ chatAuth, request }: HttpContext) {
    const asked = await queryOf(request, dashboardValidator)
    const { tenantId, agent, sight } = chatAuth
    const { analytics, inbox, widgets } = this.chat
    const widget = asked.widget ? await widgets.find(tenantId, asked.widget) : null
    assertInSight(widget, sight)
    const conditions = { widgetId: widget?.id }
    const [stats, recent, all] = await Promise.all([
      analytics.overview(tenantId, widget, sight),
      inbox.list(tenantId, { filter: 'open', agentId: agent.id, conditions, sight, limit: RECENT }),
      widgets.list(tenantId),
    ])
    const active = widgetsInSight(all, sight).filter(({ isActive }) => isActive)
    return single(dashboardShape, { stats, recent: recent.conversations, widgets: active })
  }
}
