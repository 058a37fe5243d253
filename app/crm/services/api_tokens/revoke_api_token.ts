import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { recordAccess } from '#crm/commands/record_access'
import User from '#crm/models/user'
import { tokensVisibleTo } from '#crm/services/api_tokens/find_api_tokens'
import { toIdOrNone } from '#crm/support/ids'

/**
 * Ends an API token and records who did it. Gives back its name and its owner, or null when it is not one that
 * the user may revoke, or was revoked before.
 */
export async function revokeApiToken(by: User, id: string) {
  const key = toIdOrNone(id)
  const row = await tokensVisibleTo(by)
    .where('auth_access_tokens.id', key)
    .select('auth_access_tokens.name', 'users.id as owner_id')
    .first()
  if (!row) return null
  const owner = await User.findOrFail(row.owner_id)
  const token: string | null = row.name
  return db.transaction(async (trx) => {
    const deleted = await User.accessTokens.within(trx).delete(owner, key)
    if (!Number([deleted].flat()[0])) return null
    await recordAccess(app, 'permission.token_revoked', owner, { by, token, trx })
    return { name: token ?? 'Unnamed', owner }
  })
}
