import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'
import type { AuditAction, AuditArea } from '#chat/services/audit/audit_actions'

/** One change to the chat's settings, team or data, and the user who made it (A5). Entries are immutable. */
export default class AuditEntry extends TenantModel {
  static get table() {
    return chatTable('audit_entries')
  }

  /** A CRM user; null for a program that runs in the host's process. */
  @column()
  declare userId: string | null

  @column()
  declare area: AuditArea

  @column()
  declare action: AuditAction

  @column()
  declare subjectId: string | null

  /** The name at that time. */
  @column()
  declare subjectName: string | null

  /** Names of the attributes that were changed; never their values, some of which are secrets. */
  @column(jsonDocument)
  declare changed: string[]

  @column(utcTimestamp)
  declare createdAt: DateTime
}
