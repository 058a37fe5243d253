import type { HttpRouterService } from '@adonisjs/core/types'
import type { WithPermission } from '#start/chat/api/with_permission'

const VisitorsController = () => import('#chat/controllers/api/visitors_controller')

/** Visitors of the websites. */
export function registerApiVisitorRoutes(
  router: HttpRouterService,
  withPermission: WithPermission
) {
  withPermission('view chat', () => {
    router.get('/visitors', [VisitorsController, 'index']).as('visitors.index')
    router.get('/visitors/:id', [VisitorsController, 'show']).as('visitors.show')
    router
      .get('/visitors/:id/page-views', [VisitorsController, 'pageViews'])
      .as('visitors.page_views')
  })

  withPermission('reply chat', () => {
    router.post('/visitors/:id/block', [VisitorsController, 'block']).as('visitors.block')
    router.delete('/visitors/:id/block', [VisitorsController, 'unblock']).as('visitors.unblock')
  })

  withPermission('manage chat', () => {
    router.get('/blocked-visitors', [VisitorsController, 'blocked']).as('visitors.blocked')
    router.get('/visitors/:id/record', [VisitorsController, 'record']).as('visitors.record')
  })

  withPermission('delete chat', () => {
    router.delete('/visitors/:id', [VisitorsController, 'destroy']).as('visitors.destroy')
  })
}
