import type { ApplicationService } from '@adonisjs/core/types'
import type User from '#crm/models/user'

/**
 * Notes in the chat's audit log that a user can do something new, given to them on the command line. The
 * chat's models need its configuration, which is not read yet when Ace lists its commands: they come late.
 */
export async function recordAccess(
  app: ApplicationService,
  action: 'permission.changed' | 'permission.token_created',
  { id, tenantId, email }: User
) {
  const { ChatService } = await import('#chat/services/chat_service')
  const { audit } = await app.container.make(ChatService)
  await audit.record({
    tenantId,
    userId: null,
    action,
    subject: { id: String(id), name: email },
  })
}
