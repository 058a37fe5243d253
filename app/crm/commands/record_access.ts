import type { ApplicationService } from '@adonisjs/core/types'
import { ChatService } from '#chat/services/chat_service'
import type User from '#crm/models/user'

/** Notes in the chat's audit log that a user can do something new, given to them on the command line. */
export async function recordAccess(
  app: ApplicationService,
  action: 'permission.changed' | 'permission.token_created',
  { id, tenantId, email }: User
) {
  const { audit } = await app.container.make(ChatService)
  await audit.record({
    tenantId,
    userId: null,
    action,
    subject: { id: String(id), name: email },
  })
}
