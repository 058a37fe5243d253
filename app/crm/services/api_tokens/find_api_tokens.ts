import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { AccessTokenDbColumns } from '@adonisjs/auth/types/access_tokens'
import User from '#crm/models/user'
import { EVERY_ABILITY } from '#crm/auth/abilities'

const PER_PAGE = 50
const TABLE = 'auth_access_tokens'

type Row = AccessTokenDbColumns & { owner_name: string; owner_email: string; owner_active: unknown }

/** Whether a user sees and revokes the tokens of everyone in their company, and not their own alone. */
export const managesAllTokens = (user: User) => user.can('manage settings')

/** The tokens that a user may see and revoke, by the rows of tokens and their owners. */
export function tokensVisibleTo(user: User) {
  const query = db
    .from(TABLE)
    .join('users', 'users.id', `${TABLE}.tokenable_id`)
    .where(`${TABLE}.type`, 'auth_token')
    .where('users.tenant_id', user.tenantId)
  return managesAllTokens(user) ? query : query.where('users.id', user.id)
}

/** A page of those tokens, the newest first. */
export async function listApiTokens(user: User, page: number) {
  const rows = await tokensVisibleTo(user)
    .select(`${TABLE}.*`, 'users.full_name as owner_name', 'users.email as owner_email')
    .select('users.is_active as owner_active')
    .orderBy(`${TABLE}.id`, 'desc')
    .paginate(page, PER_PAGE)
  return { pages: rows, tokens: rows.all().map((row: Row) => listed(row)) }
}

/** A token as the list shows it; nothing of its secret. */
function listed(row: Row) {
  const token = User.accessTokens.toToken(row)
  const { abilities, expiresAt, identifier, lastUsedAt, name, createdAt } = token
  return {
    id: String(identifier),
    name: name ?? 'Unnamed',
    owner: { name: row.owner_name, email: row.owner_email, isActive: Boolean(row.owner_active) },
    abilities: abilities.filter((ability) => ability !== EVERY_ABILITY),
    isUnlimited: abilities.includes(EVERY_ABILITY),
    isExpired: token.isExpired(),
    createdAt: momentOf(createdAt),
    expiresAt: expiresAt && momentOf(expiresAt),
    lastUsedAt: lastUsedAt && momentOf(lastUsedAt),
  }
}

const momentOf = (date: Date) => DateTime.fromJSDate(date, { zone: 'utc' })
