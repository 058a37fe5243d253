import type { Secret } from '@adonisjs/core/helpers'
import { AccessToken, DbAccessTokensProvider } from '@adonisjs/auth/access_tokens'
import type { AccessTokenDbColumns } from '@adonisjs/auth/types/access_tokens'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Milliseconds for which the time of a token's last use is not written again. */
const USE_NOTED_EVERY = 60_000

/**
 * Keeps the API tokens of users. The time of last use changes only with a token that was good, and once a
 * minute at most: guessing leaves no trace on another's token, and reading costs no write.
 */
export class ApiTokensProvider<Model extends LucidModel> extends DbAccessTokensProvider<Model> {
  #trx?: TransactionClientContract

  /** The same tokens, read and written in a transaction. */
  within(trx: TransactionClientContract) {
    const provider = new ApiTokensProvider<Model>(this.options)
    provider.#trx = trx
    return provider
  }

  /** The token that a row of the table describes, without its secret. */
  toToken(row: AccessTokenDbColumns) {
    return this.dbRowToAccessToken(row)
  }

  /** The token that the secret belongs to, or null when it is unknown, revoked or expired. */
  override async verify(value: Secret<string>) {
    const decoded = AccessToken.decode(this.prefix, value.release())
    if (!decoded) return null
    const db = await this.getDb()
    const key = { id: decoded.identifier, type: this.type }
    const row = await db.query().from(this.table).where(key).first()
    const token = row && this.toToken(row)
    if (!token?.verify(decoded.secret) || token.isExpired()) return null
    if (Date.now() - (token.lastUsedAt?.getTime() ?? 0) < USE_NOTED_EVERY) return token
    token.lastUsedAt = new Date()
    await db.from(this.table).where('id', row.id).update({ last_used_at: token.lastUsedAt })
    return token
  }

  protected override async getDb() {
    return this.#trx ?? super.getDb()
  }
}
