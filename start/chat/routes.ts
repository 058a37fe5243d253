import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'
import type { ChatConfig } from '#chat/config/chat_config'
import { registerApiRoutes } from '#start/chat/api_routes'
import { registerDashboardRoutes } from '#start/chat/dashboard_routes'
import { registerInboxRoutes } from '#start/chat/inbox_routes'
import { registerNotificationRoutes } from '#start/chat/notification_routes'
import { registerRoutingRoutes } from '#start/chat/routing_routes'
import { registerSettingsRoutes } from '#start/chat/settings_routes'
import { registerSupportChatRoutes } from '#start/chat/support_chat_routes'
import { registerWebhookRoutes } from '#start/chat/webhook_routes'
import { registerWidgetRoutes } from '#start/chat/widget_routes'
import { registerWorkRoutes } from '#start/chat/work_routes'

type Middleware = (MiddlewareFn | ParsedNamedMiddleware)[]

/** Every URL of the module, with the host's middleware before pages and REST API. */
export async function registerChatRoutes(router: HttpRouterService, config: ChatConfig) {
  const { compression } = router.named({
    compression: () => import('#chat/middleware/compression_middleware'),
  })
  router.use([() => import('#chat/middleware/body_guard_middleware')])
  const crmPage = [compression(), ...(await config.crmMiddleware())]
  const api = [compression(), ...(await config.apiMiddleware())]
  registerRoutes(router, config.bases, crmPage, api)
}

/** Every URL of the module under these bases. */
export function registerRoutes(
  router: HttpRouterService,
  bases: Bases,
  crmPage: Middleware,
  api: Middleware
) {
  registerWidgetRoutes(router, bases)
  registerInboxRoutes(router, bases, crmPage)
  registerSupportChatRoutes(router, bases, crmPage)
  registerRoutingRoutes(router, bases, crmPage)
  registerNotificationRoutes(router, bases, crmPage)
  registerWorkRoutes(router, bases, crmPage)
  registerDashboardRoutes(router, bases, crmPage)
  registerSettingsRoutes(router, bases, crmPage)
  registerWebhookRoutes(router, bases, crmPage)
  registerApiRoutes(router, bases, api, crmPage)
}
