import { type DateTime } from 'luxon'
import hash from '@adonisjs/core/services/hash'
import { compose } from '@adonisjs/core/helpers'
import { BaseModel, beforeSave, column } from '@adonisjs/lucid/orm'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import type { AccessToken } from '@adonisjs/auth/access_tokens'
import { ApiTokensProvider } from '#crm/auth/api_tokens_provider'
import { utc, boolean } from '#crm/models/columns'
import { CUSTOMER, type Permission, type Role, roleHolds } from '#crm/auth/permissions'

/** A person who works in the CRM, or one of its customers; what they may do follows from their role alone. */
export default class User extends compose(BaseModel, withAuthFinder(hash)) {
  static table = 'users'
  static accessTokens = new ApiTokensProvider({ tokenableModel: User })

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare fullName: string

  @column()
  declare email: string

  @column({ serializeAs: null })
  declare password: string

  @column()
  declare role: Role

  @column(boolean)
  declare isActive: boolean

  /** Sessions issued before are over; milliseconds of the epoch, which both databases compare alike. */
  @column({ consume: Number, serializeAs: null })
  declare sessionsValidAfter: number

  @column.dateTime({ autoCreate: true, ...utc })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true, ...utc })
  declare updatedAt: DateTime

  /** The API token by which the user of this request is known, if it is one. */
  declare currentAccessToken?: AccessToken

  /** Whether they are a customer, who has their own pages and none of the CRM. */
  get isCustomer() {
    return this.role === CUSTOMER
  }

  /** Whether the user holds a permission, by their role; an inactive user holds none. */
  holds(permission: Permission) {
    return this.isActive && roleHolds(this.role, permission)
  }

  /** Whether the user may do something by a token, or without one: it gives at most what its owner holds. */
  can(permission: Permission, token = this.currentAccessToken) {
    return this.holds(permission) && (token?.allows(permission) ?? true)
  }

  /** Sessions from before a new password, or before the user was deactivated, are not accepted. */
  @beforeSave()
  static endSessionsBefore(user: User) {
    const isShutOut = user.$dirty.isActive === false
    if (user.$dirty.password || isShutOut) user.sessionsValidAfter = Date.now()
  }

  /**
   * Ends all sessions of the user. `newest` is when the one that asks was issued: it ends, too, if the
   * clock that issued it is ahead of this one.
   */
  async endSessions(newest = 0): Promise<void> {
    const until = Math.max(Date.now(), newest) + 1
    await User.query()
      .where('id', this.id)
      .where('sessions_valid_after', '<', until)
      .update({ sessions_valid_after: until })
    this.sessionsValidAfter = Math.max(this.sessionsValidAfter, until)
  }
}
