import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { ChatPermission } from '#chat/contracts/crm_host'
import { deskMay } from '#start/chat/desk'

const AgentStreamController = () => import('#chat/controllers/inbox/agent_stream_controller')
const ApiPageController = () => import('#chat/controllers/api/api_page_controller')
const AssignmentController = () => import('#chat/controllers/api/assignment_controller')
const ConversationActionsController = () =>
  import('#chat/controllers/api/conversation_actions_controller')
const ConversationsController = () => import('#chat/controllers/api/conversations_controller')
const CrmRecordsController = () => import('#chat/controllers/api/crm_records_controller')
const DocumentController = () => import('#chat/controllers/api/document_controller')
const MessagesController = () => import('#chat/controllers/api/messages_controller')
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

  whoMay('reply chat', () => {
    router
      .group(() => {
        router.post('/messages', [MessagesController, 'store']).as('messages.store')
        router.post('/notes', [MessagesController, 'note']).as('notes.store')
        router.post('/read', [ConversationActionsController, 'read']).as('read')
        router.post('/assign', [AssignmentController, 'update']).as('assign')
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

  whoMay('manage chat', () => {
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
