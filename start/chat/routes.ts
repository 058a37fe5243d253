import type { HttpRouterService } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/define_config'
import { registerApiRoutes } from '#start/chat/api_routes'
import { registerDashboardRoutes } from '#start/chat/dashboard_routes'
import { registerInboxRoutes } from '#start/chat/inbox_routes'
import { registerRoutingRoutes } from '#start/chat/routing_routes'
import { registerSettingsRoutes } from '#start/chat/settings_routes'
import { registerWebhookRoutes } from '#start/chat/webhook_routes'
import { registerWidgetRoutes } from '#start/chat/widget_routes'
import { registerWorkRoutes } from '#start/chat/work_routes'

/** Every URL of the module. A host that wants them elsewhere calls the functions itself. */
export async function registerChatRoutes(router: HttpRouterService, config: ChatConfig) {
  const { compression } = router.named({
    compression: () => import('#chat/middleware/compression_middleware'),
  })
  const crmPage = [compression(), ...(await config.crmMiddleware())]
  const api = [compression(), ...(await config.apiMiddleware())]
  registerWidgetRoutes(router, compression())
  registerInboxRoutes(router, crmPage)
  registerRoutingRoutes(router, crmPage)
  registerWorkRoutes(router, crmPage)
  registerDashboardRoutes(router, crmPage)
  registerSettingsRoutes(router, crmPage)
  registerWebhookRoutes(router, crmPage)
  registerApiRoutes(router, api, crmPage)
}
