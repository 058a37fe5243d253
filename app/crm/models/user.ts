import { type DateTime } from 'luxon'
import hash from '@adonisjs/core/services/hash'
import { compose } from '@adonisjs/core/helpers'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { DbAccessTokensProvider } from '@adonisjs/auth/access_tokens'
import { utc, yesNo } from '#crm/models/columns'
import { type Permission, type Role, roleHolds } from '#crm/auth/permissions'

/** Somebody who works in the CRM; what they may do follows from their role alone. */
export default class User extends compose(BaseModel, withAuthFinder(hash)) {
  static table = 'users'
  static accessTokens = DbAccessTokensProvider.forModel(User)

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

  @column(yesNo)
  declare isActive: boolean

  @column.dateTime({ autoCreate: true, ...utc })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true, ...utc })
  declare updatedAt: DateTime

  /** Whether the user holds a permission; an inactive user holds none. */
  can(permission: Permission) {
    return this.isActive && roleHolds(this.role, permission)
  }
}
