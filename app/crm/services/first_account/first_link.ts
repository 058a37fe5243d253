import { createHash, randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import User from '#crm/models/user'

const TABLE = 'first_links'
const LIFE = { hours: 2 }

export interface FirstAccount {
  fullName: string
  email: string
  password: string
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Milliseconds, which both databases compare alike. */
const now = () => DateTime.utc().toMillis()

const isCrmEmpty = async (trx?: TransactionClientContract) =>
  (await User.query({ client: trx }).first()) === null

/**
 * A new token for the first account, which only its holder knows; links from before are void. Null when
 * there is a user.
 */
export async function issueFirstLink(): Promise<string | null> {
  if (!(await isCrmEmpty())) return null
  const token = randomBytes(32).toString('base64url')
  const expiresAt = DateTime.utc().plus(LIFE).toMillis()
  await db.transaction(async (trx) => {
    await trx.from(TABLE).delete()
    await trx.table(TABLE).insert({ token_hash: hashOf(token), expires_at: expiresAt })
  })
  return token
}

/** Whether a first account can still be made with this token. */
export async function isFirstLink(token: string): Promise<boolean> {
  const link = await db
    .from(TABLE)
    .where('token_hash', hashOf(token))
    .where('expires_at', '>', now())
    .first()
  return Boolean(link) && isCrmEmpty()
}

/**
 * Makes the owner. The link is used up with it, in one transaction: of two who use it at the same time one
 * gets the account, and the other null, as for a link that is unknown, void or expired.
 */
export function createFirstAccount(token: string, account: FirstAccount): Promise<User | null> {
  return db.transaction(async (trx) => {
    const link = trx.from(TABLE).where('token_hash', hashOf(token)).where('expires_at', '>', now())
    const [used] = [await link.delete()].flat()
    if (!Number(used) || !(await isCrmEmpty(trx))) return null
    const row = { ...account, tenantId: 'default', role: 'owner', isActive: true } as const
    return User.create(row, { client: trx })
  })
}
