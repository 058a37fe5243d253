import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'

const SupportChatsController = () =>
  import('#chat/controllers/support_chat/support_chats_controller')
const SupportSessionsController = () =>
  import('#chat/controllers/support_chat/support_sessions_controller')

/** The support chat of the host's own pages: for every user who is logged in, each with their own conversation. */
export function registerSupportChatRoutes(
  router: HttpRouterService,
  { pages }: Bases,
  crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {
  const { chatSupport } = router.named({
    chatSupport: () => import('#chat/middleware/support_middleware'),
  })
  router
    .group(() => {
      router.get('/', [SupportChatsController, 'show']).as('show')
      router.patch('/mark-read', [SupportChatsController, 'read']).as('read')
      router.get('/session', [SupportSessionsController, 'show']).as('session')
    })
    .prefix(`${pages}/support`)
    .as('chat.support')
    .use([...crmPage, chatSupport()])
}
