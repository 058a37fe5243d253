import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import { deskMay } from '#start/chat/desk'

const AgentsController = () => import('#chat/controllers/routing/agents_controller')
const DepartmentsController = () => import('#chat/controllers/routing/departments_controller')
const OwnStatusController = () => import('#chat/controllers/routing/own_status_controller')
const TransfersController = () => import('#chat/controllers/routing/transfers_controller')

/** Who is there, who gets what, and Chat > Agents. */
export function registerRoutingRoutes(
  router: HttpRouterService,
  crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {
  router
    .get('/chat/agents/me', [OwnStatusController, 'show'])
    .as('chat.agents.me')
    .use([...crmPage, deskMay('view chat')])

  router
    .group(() => {
      router.put('/agents/me/status', [OwnStatusController, 'update']).as('agents.status')
      router.post('/agents/me/presence', [OwnStatusController, 'presence']).as('agents.presence')
      router.post('/:id/transfer', [TransfersController, 'store']).as('transfer')
    })
    .prefix('/chat')
    .as('chat')
    .where('id', router.matchers.uuid())
    .use([...crmPage, deskMay('reply chat')])

  router
    .group(() => {
      router.get('/agents', [AgentsController, 'index']).as('agents.index')
      router.get('/agents/create', [AgentsController, 'create']).as('agents.create')
      router.post('/agents', [AgentsController, 'store']).as('agents.store')
      router.get('/agents/:agent/edit', [AgentsController, 'edit']).as('agents.edit')
      router.put('/agents/:agent', [AgentsController, 'update']).as('agents.update')
      router.delete('/agents/:agent', [AgentsController, 'destroy']).as('agents.destroy')
      router.post('/departments', [DepartmentsController, 'store']).as('departments.store')
      router
        .put('/departments/:department', [DepartmentsController, 'update'])
        .as('departments.update')
      router
        .delete('/departments/:department', [DepartmentsController, 'destroy'])
        .as('departments.destroy')
    })
    .prefix('/chat')
    .as('chat')
    .where('agent', router.matchers.uuid())
    .where('department', router.matchers.uuid())
    .use([...crmPage, deskMay('manage chat')])
}
