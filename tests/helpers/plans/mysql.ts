import type { Database } from '@adonisjs/lucid/database'
import type { Statement } from '#tests/helpers/statements'
import type { PlanStep } from '#tests/helpers/plans/plan_step'

interface Row {
  table: string
  type: string
  key: string | null
  rows: number
  Extra: string | null
}

/** What limits a statement's time cannot be explained along with it. */
const LIMIT_OF_TIME = /\/\*M!.*?\*\//s

/** The plan of MySQL and MariaDB, without steps that read one known row or none. */
export async function planInMysql(db: Database, { sql, bindings }: Statement) {
  const statement = `explain ${sql.replace(LIMIT_OF_TIME, '')}`
  const [rows] = await db.rawQuery<[Row[]]>(statement, [...bindings] as never)
  return rows.map(stepOf)
}

function stepOf({ table, type, key, rows, Extra }: Row): PlanStep {
  const extra = Extra ?? ''
  return {
    text: `${table} type=${type} key=${key} rows=${rows} ${extra}`,
    table: table ?? undefined,
    index: key ?? undefined,
    readsAll: /^(ALL|index)$/.test(type),
    sorts: /using filesort|using temporary/i.test(extra),
    isRange: type === 'range',
    readsTenant: false,
    isCovered: /Using index\b/.test(extra),
    rows: Number(rows),
  }
}
