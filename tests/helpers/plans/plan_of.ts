import db from '@adonisjs/lucid/services/db'
import type { Statement } from '#tests/helpers/statements'
import { planInMysql } from '#tests/helpers/plans/mysql'
import { planInPostgres } from '#tests/helpers/plans/postgres'
import { planInSqlite } from '#tests/helpers/plans/sqlite'
import type { PlanStep } from '#tests/helpers/plans/plan_step'

const nameOfDatabase = () => db.connection().dialect.name

/** How the database would run a statement, step by step. */
export function planOf(statement: Statement): Promise<PlanStep[]> {
  if (nameOfDatabase() === 'mysql') return planInMysql(db, statement)
  return nameOfDatabase() === 'postgres'
    ? planInPostgres(db, statement)
    : planInSqlite(db, statement)
}

/** The steps as one text, for a failing test to show. */
export const textOf = (steps: PlanStep[]) => steps.map(({ text }) => text).join('\n')

/** Lets the database know what is in these tables, so that it chooses by their contents. */
export async function analyse(...tables: string[]) {
  const verbs: Record<string, string> = { mysql: 'analyze table', postgres: 'vacuum analyze' }
  const verb = verbs[nameOfDatabase()]
  await db.rawQuery(verb ? `${verb} ${tables.join(', ')}` : 'analyze')
}
