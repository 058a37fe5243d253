import type { HttpContext } from '@adonisjs/core/http'
import type Widget from '#chat/models/widget'
import type { PeriodRequest } from '#chat/services/analytics/period'

/** The figures that a request selects. */
export interface DashboardRequest {
  period: PeriodRequest
  widget: Widget | null
}

/** Reads the query string; a widget that is not the tenant's means all widgets. */
export function dashboardRequest({ request }: HttpContext, widgets: Widget[]): DashboardRequest {
  const { period, from, to, widget } = request.qs()
  return {
    period: { period, from, to },
    widget: widgets.find(({ externalId }) => externalId === widget) ?? null,
  }
}
