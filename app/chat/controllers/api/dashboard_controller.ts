import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { single } from '#chat/controllers/api/answers'
import { dashboardShape } from '#chat/transformers/api/dashboard'
import { dashboardValidator } from '#chat/validators/api/conversation'

const RECENT = 10

/** How things are now: figures, what happened last, and the widgets that are on. */
@inject()
export default class DashboardController {
  constructor(protected chat: ChatService) {}

  /** Of all widgets, or of one. */
  async show({ chatDesk, request }: HttpContext) {
    const asked = await request.validateUsing(dashboardValidator, { data: request.qs() })
    const { tenantId } = chatDesk
    const { analytics, inbox, widgets } = this.chat
    const widget = asked.widget ? await widgets.find(tenantId, asked.widget) : null
    const narrow = { widgetId: widget?.id }
    const [stats, recent, all] = await Promise.all([
      analytics.overview(tenantId, widget),
      inbox.list(tenantId, { filter: 'open', agentId: null, narrow, limit: RECENT }),
      widgets.list(tenantId),
    ])
    const active = all.filter(({ isActive }) => isActive)
    return single(dashboardShape, { stats, recent: recent.conversations, widgets: active })
  }
}
