import { type DateTime } from 'luxon'
import { BaseModel, belongsTo, column, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, ManyToMany } from '@adonisjs/lucid/types/relations'
import { utc, wholeNumber } from '#crm/models/columns'
import Label from '#crm/models/label'
import Person from '#crm/models/person'
import PipelineStage from '#crm/models/pipeline_stage'
import User from '#crm/models/user'

/** A chance of business on its way through the pipeline. */
export default class Lead extends BaseModel {
  static table = 'leads'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare tenantId: string

  @column()
  declare number: number

  @column()
  declare title: string

  @column()
  declare description: string | null

  /** In minor units of the currency: 1250 is 12.50 EUR, and 1250 JPY. */
  @column(wholeNumber)
  declare amount: number | null

  @column()
  declare currency: string

  @column()
  declare source: string | null

  @column()
  declare stageId: number

  @column()
  declare personId: number | null

  @column()
  declare ownerId: number | null

  @column.dateTime({ autoCreate: true, ...utc })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true, ...utc })
  declare updatedAt: DateTime

  @belongsTo(() => PipelineStage, { foreignKey: 'stageId' })
  declare stage: BelongsTo<typeof PipelineStage>

  @belongsTo(() => Person, { foreignKey: 'personId' })
  declare person: BelongsTo<typeof Person>

  @belongsTo(() => User, { foreignKey: 'ownerId' })
  declare owner: BelongsTo<typeof User>

  @manyToMany(() => Label, { pivotTable: 'label_lead' })
  declare labels: ManyToMany<typeof Label>

  /** The number as people say it: `LD-1001`. */
  get reference() {
    return `LD-${this.number}`
  }

  get url() {
    return `/leads/${this.id}`
  }
}
