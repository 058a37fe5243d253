import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'
import { requirePermission } from '#start/chat/permissions'

const DashboardController = () => import('#chat/controllers/dashboard/dashboard_controller')
const DashboardExportController = () =>
  import('#chat/controllers/dashboard/dashboard_export_controller')

/** Chat > Dashboard. */
export function registerDashboardRoutes(
  router: HttpRouterService,
  { pages }: Bases,
  crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {
  router
    .group(() => {
      router.get('/', [DashboardController, 'show']).as('show')
      router.get('/export', [DashboardExportController, 'show']).as('export')
    })
    .prefix(`${pages}/dashboard`)
    .as('chat.dashboard')
    .use([...crmPage, requirePermission('view chat')])
}
