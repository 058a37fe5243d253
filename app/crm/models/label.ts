import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A coloured mark that people and leads can carry. */
export default class Label extends BaseModel {
  static table = 'labels'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare name: string

  @column()
  declare colour: string
}
