import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { recordAccess } from '#crm/commands/record_access'
import User from '#crm/models/user'

export const NAME_LENGTH = 100

export interface ApiTokenDraft {
  name: string
  /** Days for which it is good; null: until it is revoked. */
  days: number | null
  abilities: string[]
}

/**
 * Makes an API token of a user and records it; `by` is the user who does it, null on the command line. The value
 * that comes back can be read this once: only its hash is stored.
 */
export function createApiToken(owner: User, draft: ApiTokenDraft, by: User | null) {
  const { name, days, abilities } = draft
  return db.transaction(async (trx) => {
    const tokens = User.accessTokens.within(trx)
    const expiresIn = days ? `${days} days` : undefined
    const token = await tokens.create(owner, abilities, { name, expiresIn })
    await recordAccess(app, 'permission.token_created', owner, { by, token: name, trx })
    return token.value!.release()
  })
}
