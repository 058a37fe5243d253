import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import { deskMay } from '#start/chat/desk'
import { registerApiConversationRoutes } from '#start/chat/api/conversation_routes'
import { registerApiTeamRoutes } from '#start/chat/api/team_routes'
import { registerApiWebhookRoutes } from '#start/chat/api/webhook_routes'
import { registerApiWidgetRoutes } from '#start/chat/api/widget_routes'
import type { WhoMay } from '#start/chat/api/who_may'

const AgentStreamController = () => import('#chat/controllers/inbox/agent_stream_controller')
const ApiPageController = () => import('#chat/controllers/api/api_page_controller')
const DashboardController = () => import('#chat/controllers/api/dashboard_controller')
const DocumentController = () => import('#chat/controllers/api/document_controller')

type Middleware = (MiddlewareFn | ParsedNamedMiddleware)[]

/** The REST API. What a route takes and answers is told under its name in `chat/openapi/operations`. */
export function registerApiRoutes(
  router: HttpRouterService,
  hostApi: Middleware,
  crmPage: Middleware
) {
  const { api, apiLimit } = router.named({
    api: () => import('#chat/middleware/api_middleware'),
    apiLimit: () => import('#chat/middleware/api_limit_middleware'),
  })

  const whoMay: WhoMay = (permission, routes) =>
    router
      .group(routes)
      .prefix('/api/v1/live-chat')
      .as('chat.api')
      .where('id', router.matchers.uuid())
      .use([api(), ...hostApi, deskMay(permission), apiLimit()])

  whoMay('view chat', () => {
    router.get('/openapi.json', [DocumentController, 'show']).as('document')
    router.get('/events', [AgentStreamController, 'follow']).as('events')
    router.get('/dashboard', [DashboardController, 'show']).as('dashboard')
  })
  registerApiWidgetRoutes(router, whoMay)
  registerApiConversationRoutes(router, whoMay)
  registerApiTeamRoutes(router, whoMay)
  registerApiWebhookRoutes(router, whoMay)

  router
    .get('/chat/api', [ApiPageController, 'show'])
    .use([...crmPage, deskMay('manage chat')])
    .as('chat.api_page')
}
