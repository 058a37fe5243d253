import { BaseModel, column } from '@adonisjs/lucid/orm'

/** One column of the leads board. */
export default class PipelineStage extends BaseModel {
  static table = 'pipeline_stages'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare name: string

  @column()
  declare colour: string

  @column()
  declare position: number
}
