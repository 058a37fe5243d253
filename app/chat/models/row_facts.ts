import type { LucidModel, LucidRow, ModelAttributes } from '@adonisjs/lucid/types/model'
import type { SqlRow } from '#chat/support/steps/statement'

/** What is known of a row: the attributes of its model, without a model's methods, relations and cost. */
export type Facts<Model extends LucidRow> = Readonly<
  Pick<Model, Extract<keyof Model, keyof ModelAttributes<Model>>>
>

/**
 * Returns a function that reads rows of a model as facts: each column is converted when it is asked for, as the model
 * would do, and so are the values that the model derives from its columns.
 */
export function factsReader<Model extends LucidModel>(model: Model) {
  type Attributes = Facts<InstanceType<Model>>
  model.boot()
  const columns = [...model.$columnsDefinitions]

  class RowFacts {
    constructor(protected row: SqlRow) {}

    toJSON() {
      return Object.fromEntries(columns.map(([name]) => [name, (this as any)[name]]))
    }
  }

  Object.defineProperties(RowFacts.prototype, derivedValues(model))
  for (const [name, { columnName, consume }] of columns) {
    Object.defineProperty(RowFacts.prototype, name, {
      get(this: { row: SqlRow }) {
        const value = this.row[columnName]
        return consume ? consume(value, name, undefined as never) : value
      },
    })
  }
  return (row: SqlRow) => new RowFacts(row) as unknown as Attributes
}

/** The getters of the model's own class. */
function derivedValues(model: LucidModel): PropertyDescriptorMap {
  const all = Object.entries(Object.getOwnPropertyDescriptors(model.prototype as object))
  return Object.fromEntries(all.filter(([, { get }]) => get !== undefined))
}
