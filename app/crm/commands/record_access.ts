import type { ApplicationService } from '@adonisjs/core/types'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type User from '#crm/models/user'

export type AccessChange =
  'permission.changed' | 'permission.token_created' | 'permission.token_revoked'

interface Circumstances {
  /** The user who did it; left out for the command line. */
  by?: User | null
  /** The name of the API token that it is about. */
  token?: string | null
  trx?: TransactionClientContract
}

/**
 * Notes in the chat's audit log that what a user can do has changed. The chat's models need its configuration,
 * which is not read yet when Ace lists its commands: they come late.
 */
export async function recordAccess(
  app: ApplicationService,
  action: AccessChange,
  { id, tenantId, email }: User,
  { by, token, trx }: Circumstances = {}
) {
  const { ChatService } = await import('adonis-crm-chat')
  const { audit } = await app.container.make(ChatService)
  const name = token ? `${email} (${token})` : email
  const userId = by ? String(by.id) : null
  await audit.record({ tenantId, userId, action, subject: { id: String(id), name } }, trx)
}
