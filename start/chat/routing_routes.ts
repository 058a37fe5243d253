import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'
import { requirePermission } from '#start/chat/permissions'

const AgentsController = () => import('#chat/controllers/routing/agents_controller')
const DepartmentsController = () => import('#chat/controllers/routing/departments_controller')
const OwnStatusController = () => import('#chat/controllers/routing/own_status_controller')
const TeamSettingsController = () => import('#chat/controllers/routing/team_settings_controller')
const TransfersController = () => import('#chat/controllers/routing/transfers_controller')

/** Presence, assignment and Chat > Agents. */
export function registerRoutingRoutes(
  router: HttpRouterService,
  { pages }: Bases,
  crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {
  router
    .get(`${pages}/agents/me`, [OwnStatusController, 'show'])
    .as('chat.agents.me')
    .use([...crmPage, requirePermission('view chat')])

  router
    .group(() => {
      router.put('/agents/me/status', [OwnStatusController, 'update']).as('agents.status')
      router.post('/agents/me/presence', [OwnStatusController, 'presence']).as('agents.presence')
      router.post('/:id/transfer', [TransfersController, 'store']).as('transfer')
    })
    .prefix(pages)
    .as('chat')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('reply chat')])

  router
    .group(() => {
      router.get('/agents', [AgentsController, 'index']).as('agents.index')
      router.put('/agents/settings', [TeamSettingsController, 'update']).as('agents.settings')
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
    .prefix(pages)
    .as('chat')
    .where('agent', router.matchers.uuid())
    .where('department', router.matchers.uuid())
    .use([...crmPage, requirePermission('manage chat')])
}
