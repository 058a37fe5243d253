import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'
import { requirePermission } from '#start/chat/permissions'

const DeliveriesController = () =>
  import('#chat/controllers/settings/webhook_deliveries_controller')
const WebhookActionsController = () =>
  import('#chat/controllers/settings/webhook_actions_controller')
const WebhooksController = () => import('#chat/controllers/settings/webhooks_controller')

/** Settings > Chat webhooks. */
export function registerWebhookRoutes(
  router: HttpRouterService,
  { settings }: Bases,
  crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {
  router
    .group(() => {
      router.get('/', [WebhooksController, 'index']).as('index')
      router.get('/create', [WebhooksController, 'create']).as('create')
      router.post('/', [WebhooksController, 'store']).as('store')
      router.get('/:id', [WebhooksController, 'show']).as('show')
      router.get('/:id/edit', [WebhooksController, 'edit']).as('edit')
      router.put('/:id', [WebhooksController, 'update']).as('update')
      router.delete('/:id', [WebhooksController, 'destroy']).as('destroy')
      router.post('/:id/secret', [WebhookActionsController, 'rotateSecret']).as('rotate_secret')
      router.post('/:id/test', [WebhookActionsController, 'test']).as('test')
      router.get('/:id/deliveries/:delivery', [DeliveriesController, 'show']).as('delivery')
      router
        .post('/:id/deliveries/:delivery/redeliver', [DeliveriesController, 'redeliver'])
        .as('redeliver')
    })
    .prefix(`${settings}/chat-webhooks`)
    .as('chat.settings.webhooks')
    .where('id', router.matchers.uuid())
    .where('delivery', router.matchers.uuid())
    .use([...crmPage, requirePermission('manage chat')])
}
