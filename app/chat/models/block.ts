import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'
import Visitor from '#chat/models/visitor'

/** A visitor who is blocked (V8), and their address as long as that is. */
export default class Block extends TenantModel {
  static get table() {
    return chatTable('blocks')
  }

  @column()
  declare visitorId: number

  /** Who blocked them. */
  @column()
  declare agentName: string

  /** The key of the address that is blocked (`addressKey`); null when only the visitor is. */
  @column({ serializeAs: null })
  declare addressKey: string | null

  @column(utcTimestamp)
  declare addressUntil: DateTime | null

  @column(utcTimestamp)
  declare createdAt: DateTime

  @belongsTo(() => Visitor)
  declare visitor: BelongsTo<typeof Visitor>
}
