import { column, belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcMoment } from '#chat/models/columns'
import Widget from '#chat/models/widget'
import { TenantModel } from '#chat/models/tenant_model'
import type { ContactSources } from '#chat/services/visitors/contact_sources'

/**
 * Somebody on a website. Name, e-mail and phone are what the visitor claims, or what an agent has
 * entered; only an agent's decision links them to a person of the CRM (P5).
 */
export default class Visitor extends TenantModel {
  static table = chatTable('visitors')

  @column()
  declare widgetId: number

  /** SHA-256 of the token that the visitor's browser holds. */
  @column({ serializeAs: null })
  declare tokenHash: string

  @column(utcMoment)
  declare tokenExpiresAt: DateTime

  @column()
  declare name: string | null

  @column()
  declare email: string | null

  @column()
  declare phone: string | null

  /** Which of the three an agent has entered; null when all are the visitor's own words. */
  @column({ ...jsonDocument, serializeAs: null })
  declare contactSources: ContactSources | null

  @column()
  declare ipAddress: string | null

  @column()
  declare userAgent: string | null

  @column()
  declare countryCode: string | null

  @column()
  declare referrer: string | null

  @column()
  declare currentPage: string | null

  @column()
  declare currentPageTitle: string | null

  @column()
  declare personId: string | null

  @column(utcMoment)
  declare firstSeenAt: DateTime

  @column(utcMoment)
  declare lastSeenAt: DateTime

  @column(utcMoment)
  declare createdAt: DateTime

  @column(utcMoment)
  declare updatedAt: DateTime

  @belongsTo(() => Widget)
  declare widget: BelongsTo<typeof Widget>

  /** The name an agent sees when the visitor gave none. */
  get displayName() {
    return this.name ?? this.email ?? this.anonymousName
  }

  /** What those are called of whom nothing is known. */
  get anonymousName() {
    return `Visitor ${this.externalId.slice(0, 4)}`
  }
}
