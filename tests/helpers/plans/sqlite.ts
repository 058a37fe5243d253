import type { Database } from '@adonisjs/lucid/database'
import type { Statement } from '#tests/helpers/statements'
import type { PlanStep } from '#tests/helpers/plans/plan_step'

/** The plan of SQLite: `SEARCH table USING COVERING INDEX name (column=? AND other<?)`. */
export async function planInSqlite(db: Database, { sql, bindings }: Statement) {
  const steps = await db.rawQuery(`explain query plan ${sql}`, [...bindings] as never)
  return steps.map(({ detail }: { detail: string }) => stepOf(detail))
}

function stepOf(text: string): PlanStep {
  const [, table, index] = /^(?:SEARCH|SCAN) (\w+)(?:.* INDEX (\w+))?/.exec(text) ?? []
  return {
    text,
    table,
    index,
    readsAll: /^SCAN (?!CONSTANT)/.test(text),
    sorts: /USE TEMP B-TREE/.test(text),
    isRange: /[<>]\?/.test(text),
    readsTenant: /\(tenant_id=\?\)$/.test(text),
    isCovered: /COVERING INDEX/.test(text),
    rows: Infinity,
  }
}
