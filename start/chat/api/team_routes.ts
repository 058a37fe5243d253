import type { HttpRouterService } from '@adonisjs/core/types'
import type { WithPermission } from '#start/chat/api/with_permission'

const AgentsController = () => import('#chat/controllers/api/agents_controller')
const CannedResponsesController = () => import('#chat/controllers/api/canned_responses_controller')
const DepartmentsController = () => import('#chat/controllers/api/departments_controller')
const LabelsController = () => import('#chat/controllers/api/labels_controller')
const OwnAgentController = () => import('#chat/controllers/api/own_agent_controller')
const TeamSettingsController = () => import('#chat/controllers/api/team_settings_controller')

/** Agents, departments, canned responses and labels. */
export function registerApiTeamRoutes(router: HttpRouterService, withPermission: WithPermission) {
  withPermission('view chat', () => {
    router.get('/agents', [AgentsController, 'index']).as('agents.index')
    router.get('/agents/me', [OwnAgentController, 'show']).as('agents.me')
    router.get('/agents/settings', [TeamSettingsController, 'show']).as('agents.settings')
    router.get('/agents/:id', [AgentsController, 'show']).as('agents.show')
    router.get('/departments', [DepartmentsController, 'index']).as('departments.index')
    router.get('/departments/:id', [DepartmentsController, 'show']).as('departments.show')
    router
      .get('/canned-responses', [CannedResponsesController, 'index'])
      .as('canned_responses.index')
    router
      .get('/canned-responses/:id', [CannedResponsesController, 'show'])
      .as('canned_responses.show')
    router.get('/labels', [LabelsController, 'index']).as('labels.index')
    router.get('/labels/:id', [LabelsController, 'show']).as('labels.show')
  })

  withPermission('reply chat', () => {
    router.put('/agents/me/status', [OwnAgentController, 'updateStatus']).as('agents.me.status')
  })

  withPermission('manage chat', () => {
    router.post('/agents', [AgentsController, 'store']).as('agents.store')
    router.put('/agents/settings', [TeamSettingsController, 'update']).as('agents.settings.update')
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
    router.post('/labels', [LabelsController, 'store']).as('labels.store')
    router.put('/labels/:id', [LabelsController, 'update']).as('labels.update')
    router.delete('/labels/:id', [LabelsController, 'destroy']).as('labels.destroy')
  })
}
