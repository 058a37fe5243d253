import type { ApplicationService } from '@adonisjs/core/types'

/** What most requests pass through, and the listeners of each message. It keeps nothing of a request, and making it takes longer than what it does. */
const MOST_USED = [
  () => import('#chat/middleware/body_guard_middleware'),
  () => import('#chat/middleware/nul_characters_middleware'),
  () => import('#chat/middleware/widget_host_middleware'),
  () => import('#chat/middleware/public_routes_middleware'),
  () => import('#chat/middleware/language_middleware'),
  () => import('#chat/middleware/compression_middleware'),
  () => import('#chat/middleware/widget_middleware'),
  () => import('#chat/middleware/public_body_middleware'),
  () => import('#chat/middleware/visitor_middleware'),
  () => import('#chat/middleware/chat_crm_middleware'),
  () => import('#chat/controllers/widget/messages_controller'),
  () => import('#chat/controllers/inbox/messages_controller'),
  () => import('#chat/listeners/broadcast_to_streams'),
  () => import('#chat/listeners/count_messages'),
  () => import('#chat/listeners/notice_contacts'),
  () => import('#chat/listeners/record_contacts'),
]

/** Makes middleware, controllers and listeners of which one serves all requests of the process. */
export async function makeMostUsed({ container }: ApplicationService) {
  for (const load of MOST_USED) {
    const { default: made } = await load()
    // Each class is bound to an instance of itself, which a union of classes does not say
    container.bindValue(made as new (...parts: never[]) => unknown, await container.make(made))
  }
}
