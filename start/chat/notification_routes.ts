import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'
import { requirePermission } from '#start/chat/permissions'

const MutesController = () => import('#chat/controllers/notifications/mutes_controller')
const NotificationsController = () =>
  import('#chat/controllers/notifications/notifications_controller')
const NotificationSettingsController = () =>
  import('#chat/controllers/notifications/notification_settings_controller')
const PushBrowsersController = () =>
  import('#chat/controllers/notifications/push_browsers_controller')

/** The bell, and how an agent wants to be notified: only agents who may reply are notified of anything. */
export function registerNotificationRoutes(
  router: HttpRouterService,
  { pages }: Bases,
  crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {
  router
    .group(() => {
      router.get('/', [NotificationsController, 'show']).as('state')
      router.get('/worker.js', [PushBrowsersController, 'worker']).as('worker')
    })
    .prefix(`${pages}/notifications`)
    .as('chat.notifications')
    .use([...crmPage, requirePermission('view chat')])

  router
    .group(() => {
      router.get('/newest', [NotificationsController, 'index']).as('newest')
      router.post('/read', [NotificationsController, 'read']).as('seen')
      router.get('/settings', [NotificationSettingsController, 'show']).as('settings')
      router.put('/settings', [NotificationSettingsController, 'update']).as('settings.update')
      router.get('/push-key', [PushBrowsersController, 'show']).as('push_key')
      router.post('/browsers', [PushBrowsersController, 'store']).as('browsers.store')
      router.post('/browsers/remove', [PushBrowsersController, 'forget']).as('browsers.forget')
      router
        .post('/browsers/:browser/remove', [PushBrowsersController, 'destroy'])
        .as('browsers.destroy')
      router.post('/mutes/:id/remove', [MutesController, 'destroy']).as('mutes.destroy')
    })
    .prefix(`${pages}/notifications`)
    .as('chat.notifications')
    .where('id', router.matchers.uuid())
    .where('browser', router.matchers.uuid())
    .use([...crmPage, requirePermission('reply chat')])

  router
    .post(`${pages}/:id/mute`, [MutesController, 'update'])
    .as('chat.inbox.mute')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('reply chat')])
}
