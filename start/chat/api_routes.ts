import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { ChatPermission } from '#chat/contracts/crm_host'
import { deskMay } from '#start/chat/desk'

const AgentsController = () => import('#chat/controllers/api/agents_controller')
const AgentStreamController = () => import('#chat/controllers/inbox/agent_stream_controller')
const ApiPageController = () => import('#chat/controllers/api/api_page_controller')
const AssignmentController = () => import('#chat/controllers/api/assignment_controller')
const CannedResponsesController = () => import('#chat/controllers/api/canned_responses_controller')
const ConversationActionsController = () =>
  import('#chat/controllers/api/conversation_actions_controller')
const ConversationsController = () => import('#chat/controllers/api/conversations_controller')
const CrmRecordsController = () => import('#chat/controllers/api/crm_records_controller')
const DashboardController = () => import('#chat/controllers/api/dashboard_controller')
const DepartmentsController = () => import('#chat/controllers/api/departments_controller')
const DocumentController = () => import('#chat/controllers/api/document_controller')
const MessagesController = () => import('#chat/controllers/api/messages_controller')
const OwnAgentController = () => import('#chat/controllers/api/own_agent_controller')
const WidgetActionsController = () => import('#chat/controllers/api/widget_actions_controller')
const WidgetsController = () => import('#chat/controllers/api/widgets_controller')

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

  const whoMay = (permission: ChatPermission, routes: () => void) =>
    router
      .group(routes)
      .prefix('/api/v1/live-chat')
      .as('chat.api')
      .where('id', router.matchers.uuid())
      .use([api(), ...hostApi, deskMay(permission), apiLimit()])

  whoMay('view chat', () => {
    router.get('/openapi.json', [DocumentController, 'show']).as('document')
    router.get('/events', [AgentStreamController, 'show']).as('events')
    router.get('/dashboard', [DashboardController, 'show']).as('dashboard')
    router.get('/widgets', [WidgetsController, 'index']).as('widgets.index')
    router.get('/widgets/:id', [WidgetsController, 'show']).as('widgets.show')
    router
      .get('/widgets/:id/embed-code', [WidgetActionsController, 'embedCode'])
      .as('widgets.embed_code')
    router.get('/conversations', [ConversationsController, 'index']).as('conversations.index')
    router.get('/conversations/:id', [ConversationsController, 'show']).as('conversations.show')
    router
      .get('/conversations/:id/messages', [MessagesController, 'index'])
      .as('conversations.messages.index')
  })

  whoMay('view chat', () => {
    router.get('/agents', [AgentsController, 'index']).as('agents.index')
    router.get('/agents/me', [OwnAgentController, 'show']).as('agents.me')
    router.get('/agents/:id', [AgentsController, 'show']).as('agents.show')
    router.get('/departments', [DepartmentsController, 'index']).as('departments.index')
    router.get('/departments/:id', [DepartmentsController, 'show']).as('departments.show')
    router
      .get('/canned-responses', [CannedResponsesController, 'index'])
      .as('canned_responses.index')
    router
      .get('/canned-responses/:id', [CannedResponsesController, 'show'])
      .as('canned_responses.show')
  })

  whoMay('reply chat', () => {
    router.put('/agents/me/status', [OwnAgentController, 'updateStatus']).as('agents.me.status')
    router
      .group(() => {
        router.post('/messages', [MessagesController, 'store']).as('messages.store')
        router.post('/notes', [MessagesController, 'note']).as('notes.store')
        router.post('/read', [ConversationActionsController, 'read']).as('read')
        router.post('/assign', [AssignmentController, 'update']).as('assign')
        router.post('/transfer', [AssignmentController, 'transfer']).as('transfer')
        router.put('/priority', [AssignmentController, 'priority']).as('priority')
        router.post('/resolve', [ConversationActionsController, 'resolve']).as('resolve')
        router.post('/close', [ConversationActionsController, 'close']).as('close')
        router.post('/reopen', [ConversationActionsController, 'reopen']).as('reopen')
        router.post('/archive', [ConversationActionsController, 'archive']).as('archive')
        router.post('/unarchive', [ConversationActionsController, 'unarchive']).as('unarchive')
        router.post('/convert-to-lead', [CrmRecordsController, 'convert']).as('convert')
        router.post('/promote-to-person', [CrmRecordsController, 'promote']).as('promote')
      })
      .prefix('/conversations/:id')
      .as('conversations')
  })

  whoMay('delete chat', () => {
    router
      .delete('/conversations/:id', [ConversationsController, 'destroy'])
      .as('conversations.destroy')
  })

  whoMay('manage chat', () => {
    router.post('/agents', [AgentsController, 'store']).as('agents.store')
    router.put('/agents/:id', [AgentsController, 'update']).as('agents.update')
    router.delete('/agents/:id', [AgentsController, 'destroy']).as('agents.destroy')
    router.post('/departments', [DepartmentsController, 'store']).as('departments.store')
    router.put('/departments/:id', [DepartmentsController, 'update']).as('departments.update')
    router.delete('/departments/:id', [DepartmentsController, 'destroy']).as('departments.destroy')
    router
      .post('/canned-responses', [CannedResponsesController, 'store'])
      .as('canned_responses.store')
    router
      .put('/canned-responses/:id', [CannedResponsesController, 'update'])
      .as('canned_responses.update')
    router
      .delete('/canned-responses/:id', [CannedResponsesController, 'destroy'])
      .as('canned_responses.destroy')
    router.post('/widgets', [WidgetsController, 'store']).as('widgets.store')
    router.put('/widgets/:id', [WidgetsController, 'update']).as('widgets.update')
    router.delete('/widgets/:id', [WidgetsController, 'destroy']).as('widgets.destroy')
    router
      .post('/widgets/:id/toggle-active', [WidgetActionsController, 'toggleActive'])
      .as('widgets.toggle_active')
    router
      .post('/widgets/:id/regenerate-token', [WidgetActionsController, 'regenerateToken'])
      .as('widgets.regenerate_token')
  })

  router
    .get('/chat/api', [ApiPageController, 'show'])
    .use([...crmPage, deskMay('manage chat')])
    .as('chat.api_page')
}
