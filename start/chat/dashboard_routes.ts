import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import { deskMay } from '#start/chat/desk'

const DashboardController = () => import('#chat/controllers/dashboard/dashboard_controller')
const DashboardExportController = () =>
  import('#chat/controllers/dashboard/dashboard_export_controller')

/** Chat > Dashboard. */
export function registerDashboardRoutes(
  router: HttpRouterService,
  crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {
  router
    .group(() => {
      router.get('/', [DashboardController, 'show']).as('show')
      router.get('/export', [DashboardExportController, 'show']).as('export')
    })
    .prefix('/chat/dashboard')
    .as('chat.dashboard')
    .use([...crmPage, deskMay('view chat')])
}
