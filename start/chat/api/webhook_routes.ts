import type { HttpRouterService } from '@adonisjs/core/types'
import { REFERENCE_MATCHER } from '#chat/models/reference'
import type { WithPermission } from '#start/chat/api/with_permission'

const DeliveriesController = () => import('#chat/controllers/api/webhook_deliveries_controller')
const WebhookActionsController = () => import('#chat/controllers/api/webhook_actions_controller')
const WebhooksController = () => import('#chat/controllers/api/webhooks_controller')

/** Webhooks and their deliveries, for programs. */
export function registerApiWebhookRoutes(
  router: HttpRouterService,
  withPermission: WithPermission
) {
  withPermission('manage chat', () => {
    router
      .group(() => {
        router.get('/', [WebhooksController, 'index']).as('index')
        router.post('/', [WebhooksController, 'store']).as('store')
        router.get('/:id', [WebhooksController, 'show']).as('show')
        router.put('/:id', [WebhooksController, 'update']).as('update')
        router.delete('/:id', [WebhooksController, 'destroy']).as('destroy')
        router
          .post('/:id/rotate-secret', [WebhookActionsController, 'rotateSecret'])
          .as('rotate_secret')
        router.post('/:id/test', [WebhookActionsController, 'test']).as('test')
        router.get('/:id/deliveries', [DeliveriesController, 'index']).as('deliveries.index')
        router
          .get('/:id/deliveries/:delivery', [DeliveriesController, 'show'])
          .as('deliveries.show')
        router
          .post('/:id/deliveries/:delivery/redeliver', [DeliveriesController, 'redeliver'])
          .as('deliveries.redeliver')
      })
      .prefix('/webhooks')
      .as('webhooks')
      .where('delivery', REFERENCE_MATCHER)
  })
}
