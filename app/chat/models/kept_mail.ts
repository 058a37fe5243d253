import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** An email that an installation without a mail server would have sent. */
export default class KeptMail extends TenantModel {
  static get table() {
    return chatTable('kept_mails')
  }

  @column()
  declare messageId: string

  @column()
  declare recipient: string

  @column()
  declare sender: string

  @column()
  declare subject: string

  @column()
  declare html: string

  @column()
  declare text: string

  @column(jsonDocument)
  declare headers: Record<string, string>

  @column(utcTimestamp)
  declare createdAt: DateTime
}
