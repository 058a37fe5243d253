import { column } from '@adonisjs/lucid/orm'
import { ChatModel } from '#chat/models/chat_model'

/** A row of one tenant, known outside by a UUID alone. */
export abstract class TenantModel extends ChatModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare externalId: string

  @column()
  declare tenantId: string
}
