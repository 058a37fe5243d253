import type { HttpRouterService } from '@adonisjs/core/types'
import type { WithPermission } from '#start/chat/api/with_permission'

const ViewsController = () => import('#chat/controllers/api/views_controller')

/**
 * Saved views. As in the inbox, creating one takes more than the permission to read; the service checks the right to
 * share.
 */
export function registerApiViewRoutes(router: HttpRouterService, withPermission: WithPermission) {
  withPermission('view chat', () => {
    router.get('/views', [ViewsController, 'index']).as('views.index')
    router.get('/views/:id', [ViewsController, 'show']).as('views.show')
  })

  withPermission('reply chat', () => {
    router.post('/views', [ViewsController, 'store']).as('views.store')
    router.put('/views/:id', [ViewsController, 'update']).as('views.update')
    router.delete('/views/:id', [ViewsController, 'destroy']).as('views.destroy')
  })
}
