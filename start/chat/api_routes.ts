import type { HttpRouterService } from '@adonisjs/core/types'
import type { Bases } from '#chat/config/bases'
import { REFERENCE_MATCHER } from '#chat/models/reference'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import { requirePermission } from '#start/chat/permissions'
import { registerApiConversationRoutes } from '#start/chat/api/conversation_routes'
import { registerApiTeamRoutes } from '#start/chat/api/team_routes'
import { registerApiViewRoutes } from '#start/chat/api/view_routes'
import { registerApiVisitorRoutes } from '#start/chat/api/visitor_routes'
import { registerApiWebhookRoutes } from '#start/chat/api/webhook_routes'
import { registerApiWidgetRoutes } from '#start/chat/api/widget_routes'
import type { WithPermission } from '#start/chat/api/with_permission'

const AnalyticsController = () => import('#chat/controllers/api/analytics_controller')
const AgentStreamController = () => import('#chat/controllers/inbox/agent_stream_controller')
const ApiPageController = () => import('#chat/controllers/api/api_page_controller')
const DashboardController = () => import('#chat/controllers/api/dashboard_controller')
const DocumentController = () => import('#chat/controllers/api/document_controller')
const MetricsController = () => import('#chat/controllers/metrics_controller')

type Middleware = (MiddlewareFn | ParsedNamedMiddleware)[]

/** The REST API. `chat/openapi/operations` describes each route's input and output under its name. */
export function registerApiRoutes(
  router: HttpRouterService,
  { pages, api: base }: Bases,
  hostApi: Middleware,
  crmPage: Middleware
) {
  const { api, apiLimit, knownFields } = router.named({
    api: () => import('#chat/middleware/api_middleware'),
    apiLimit: () => import('#chat/middleware/api_limit_middleware'),
    knownFields: () => import('#chat/middleware/known_fields_middleware'),
  })

  const withPermission: WithPermission = (permission, routes, body) =>
    router
      .group(routes)
      .prefix(base)
      .as('chat.api')
      .where('id', REFERENCE_MATCHER)
      .use([api(body), ...hostApi, requirePermission(permission, 'api'), apiLimit(), knownFields()])

  router
    .get(`${base}/openapi.json`, [DocumentController, 'show'])
    .use([api(), ...hostApi])
    .as('chat.api.document')

  // For a monitoring system, by a token; for people, by their session
  router
    .get(`${pages}/metrics`, [MetricsController, 'show'])
    .use([api(), ...hostApi, requirePermission('manage chat', 'api'), apiLimit()])
    .as('chat.metrics')

  withPermission('view chat', () => {
    router.get('/events', [AgentStreamController, 'follow']).as('events')
    router.get('/dashboard', [DashboardController, 'show']).as('dashboard')
    router.get('/analytics', [AnalyticsController, 'show']).as('analytics.show')
    router.get('/analytics/export', [AnalyticsController, 'export']).as('analytics.export')
  })
  registerApiWidgetRoutes(router, withPermission)
  registerApiConversationRoutes(router, withPermission)
  registerApiVisitorRoutes(router, withPermission)
  registerApiViewRoutes(router, withPermission)
  registerApiTeamRoutes(router, withPermission)
  registerApiWebhookRoutes(router, withPermission)

  router
    .get(`${pages}/api`, [ApiPageController, 'show'])
    .use([...crmPage, requirePermission('manage chat')])
    .as('chat.api_page')
}
