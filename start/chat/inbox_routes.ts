import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import { deskMay } from '#start/chat/desk'

const AgentStreamController = () => import('#chat/controllers/inbox/agent_stream_controller')

/** The inbox. Every route names the permission that it takes. */
export function registerInboxRoutes(
  router: HttpRouterService,
  crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {
  router
    .group(() => {
      router
        .get('/chat/events', [AgentStreamController, 'show'])
        .as('chat.inbox.events')
        .use(deskMay('view chat'))
    })
    .use(crmPage)
}
