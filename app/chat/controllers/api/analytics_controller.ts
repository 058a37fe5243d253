import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { single } from '#chat/http/api_responses'
import { queryOf } from '#chat/http/api_input'
import { csvResponse } from '#chat/http/csv_response'
import { dashboardTable } from '#chat/presenters/dashboard/export_tables'
import { assertInSight } from '#chat/services/visibility/sight'
import { ChatService } from '#chat/services/chat_service'
import type { PeriodRequest } from '#chat/services/analytics/period'
import { csvLines } from '#chat/support/csv'
import { analyticsShape } from '#chat/transformers/api/analytics'
import { analyticsExportValidator, analyticsValidator } from '#chat/validators/api/analytics'

/** How the team did over a period. */
@inject()
export default class AnalyticsController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const asked = await queryOf(ctx.request, analyticsValidator)
    return single(analyticsShape, await this.#report(ctx, asked))
  }

  /** As a file. */
  async export(ctx: HttpContext) {
    const { table = 'agents', ...asked } = await queryOf(ctx.request, analyticsExportValidator)
    const report = await this.#report(ctx, asked)
    const { tenantId, user } = ctx.chatAuth
    await this.chat.audit.record({ tenantId, userId: user.id, action: 'export.dashboard' })
    const { from, to } = report.period
    csvResponse(ctx, `chat-${table}-${from}-${to}`, csvLines(dashboardTable(table, report)))
  }

  async #report({ chatAuth }: HttpContext, asked: PeriodRequest & { widget?: string }) {
    const { tenantId, sight } = chatAuth
    const { analytics, widgets } = this.chat
    const widget = asked.widget ? await widgets.find(tenantId, asked.widget) : null
    assertInSight(widget, sight)
    return analytics.report(tenantId, asked, widget, sight)
  }
}
