import type { HttpContext } from '@adonisjs/core/http'
import type Widget from '#chat/models/widget'
import type { PeriodRequest } from '#chat/services/analytics/period'

/** What somebody wants to see figures of. */
export interface DashboardRequest {
  period: PeriodRequest
  widget: Widget | null
}

/** Reads an address: a widget that is none of the tenant's means all of them. */
export function dashboardRequest({ request }: HttpContext, widgets: Widget[]): DashboardRequest {
  const { period, from, to, widget } = request.qs()
  return {
    period: { period, from, to },
    widget: widgets.find(({ externalId }) => externalId === widget) ?? null,
  }
}
