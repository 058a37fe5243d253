import type { HttpRouterService } from '@adonisjs/core/types'
import type { WithPermission } from '#start/chat/api/with_permission'

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
  })

  withPermission('manage chat', () => {
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
}
