import { column } from '@adonisjs/lucid/orm'
import { ChatModel } from '#chat/models/chat_model'
import { bigNumber } from '#chat/models/columns'

/** A row of one tenant, with a UUID as its external id. */
export abstract class TenantModel extends ChatModel {
  @column({ isPrimary: true, ...bigNumber })
  declare id: number

  @column()
  declare externalId: string

  @column()
  declare tenantId: string
}
