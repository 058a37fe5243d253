import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcMoment } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'
import type { AuditAction, AuditArea } from '#chat/services/audit/audit_actions'

/** One thing that was done to the chat's settings, team or data, and the user who did it (A5). Never changed afterwards. */
export default class AuditEntry extends TenantModel {
  static table = chatTable('audit_entries')

  /** A CRM user; null for a program in the host's own process. */
  @column()
  declare userId: string | null

  @column()
  declare area: AuditArea

  @column()
  declare action: AuditAction

  @column()
  declare subjectId: string | null

  /** What it was called then. */
  @column()
  declare subjectName: string | null

  /** Names of the attributes that were changed; never their values, some of which are secrets. */
  @column(jsonDocument)
  declare changed: string[]

  @column(utcMoment)
  declare createdAt: DateTime
}
