import { belongsTo, column, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, ManyToMany } from '@adonisjs/lucid/types/relations'
import { wholeNumber } from '#crm/models/columns'
import Label from '#crm/models/label'
import { OwnedRecord } from '#crm/models/owned_record'
import Person from '#crm/models/person'
import PipelineStage from '#crm/models/pipeline_stage'

/** A chance of business on its way through the pipeline. */
export default class Lead extends OwnedRecord {
  static table = 'leads'

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

  @belongsTo(() => PipelineStage, { foreignKey: 'stageId' })
  declare stage: BelongsTo<typeof PipelineStage>

  @belongsTo(() => Person, { foreignKey: 'personId' })
  declare person: BelongsTo<typeof Person>

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
