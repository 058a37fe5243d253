import type { HttpRouterService } from '@adonisjs/core/types'
import { REFERENCE_MATCHER } from '#chat/models/reference'
import type { WithPermission } from '#start/chat/api/with_permission'

const ProactiveRulesController = () => import('#chat/controllers/api/proactive_rules_controller')
const WidgetActionsController = () => import('#chat/controllers/api/widget_actions_controller')
const WidgetsController = () => import('#chat/controllers/api/widgets_controller')

/** The widgets of websites. */
export function registerApiWidgetRoutes(router: HttpRouterService, withPermission: WithPermission) {
  withPermission('view chat', () => {
    router.get('/widgets', [WidgetsController, 'index']).as('widgets.index')
    router.get('/widgets/:id', [WidgetsController, 'show']).as('widgets.show')
    router
      .get('/widgets/:id/embed-code', [WidgetActionsController, 'embedCode'])
      .as('widgets.embed_code')
    router
      .get('/widgets/:id/proactive-rules', [ProactiveRulesController, 'index'])
      .as('proactive.index')
    router
      .get('/widgets/:id/proactive-rules/:rule', [ProactiveRulesController, 'show'])
      .where('rule', REFERENCE_MATCHER)
      .as('proactive.show')
    router
      .get('/widgets/:id/proactive-rules/:rule/days', [ProactiveRulesController, 'days'])
      .where('rule', REFERENCE_MATCHER)
      .as('proactive.days')
  })

  withPermission('manage chat', () => {
    router.post('/widgets', [WidgetsController, 'store']).as('widgets.store')
    router.put('/widgets/:id', [WidgetsController, 'update']).as('widgets.update')
    router
      .post('/widgets/:id/proactive-rules', [ProactiveRulesController, 'store'])
      .as('proactive.store')
    router
      .put('/widgets/:id/proactive-rules/:rule', [ProactiveRulesController, 'update'])
      .where('rule', REFERENCE_MATCHER)
      .as('proactive.update')
    router
      .delete('/widgets/:id/proactive-rules/:rule', [ProactiveRulesController, 'destroy'])
      .where('rule', REFERENCE_MATCHER)
      .as('proactive.destroy')
    router.delete('/widgets/:id', [WidgetsController, 'destroy']).as('widgets.destroy')
    router
      .post('/widgets/:id/toggle-active', [WidgetActionsController, 'toggleActive'])
      .as('widgets.toggle_active')
    router
      .post('/widgets/:id/regenerate-token', [WidgetActionsController, 'regenerateToken'])
      .as('widgets.regenerate_token')
  })
}
