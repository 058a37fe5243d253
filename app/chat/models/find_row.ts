import db from '@adonisjs/lucid/services/db'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { modelOf } from '#chat/models/facts'
import type { SqlRow, SqlValues, Statements } from '#chat/support/steps/statement'
import { stepRunnerOf } from '#chat/support/steps/step_runner'
import type { Steps } from '#chat/support/steps/steps'

/**
 * The row with these values of a unique key, or null: what every request asks for, without building a query each time.
 * Hooks of the model do not run.
 */
export async function findRow<Model extends LucidModel>(
  model: Model,
  columns: SqlValues
): Promise<InstanceType<Model> | null> {
  const runner = stepRunnerOf(db.connection(model.connection))
  if (!runner) return model.query().where(columns).first()
  const row = await runner.read(rowWith(model.table, columns, runner.statements))
  return row && modelOf(model, row)
}

function* rowWith(table: string, columns: SqlValues, sql: Statements): Steps<SqlRow | null> {
  const { rows } = yield sql.of(`row ${table} ${Object.keys(columns)}`, columns, (query, names) =>
    query.from(table).where(names)
  )
  return rows[0] ?? null
}
