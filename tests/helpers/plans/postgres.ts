import type { Database } from '@adonisjs/lucid/database'
import type { Statement } from '#tests/helpers/statements'
import type { PlanStep } from '#tests/helpers/plans/plan_step'

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Alias'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'Plan Rows': number
  'Plans'?: Node[]
}

/** So few rows it rather sorts than reading them in order, and is right. */
const HANDFUL = 40

/** Reading all of a table pays for the small ones of a test: these settings make it choose as for large ones. */
const AS_FOR_LARGE_TABLES = [
  'enable_seqscan = off',
  'enable_hashjoin = off',
  'enable_mergejoin = off',
  'random_page_cost = 1',
]

/**
 * The plan of PostgreSQL, from the outermost step inwards. A step that reads all of a table shows
 * where no index serves.
 */
export async function planInPostgres(db: Database, { sql, bindings }: Statement) {
  return db.transaction(async (trx) => {
    for (const setting of AS_FOR_LARGE_TABLES) await trx.rawQuery(`set local ${setting}`)
    const { rows } = await trx.rawQuery(`explain (format json) ${sql}`, [...bindings] as never)
    return nodesOf(rows[0]['QUERY PLAN'][0].Plan).map(stepOf)
  })
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

function stepOf(node: Node): PlanStep {
  const kind = node['Node Type']
  const index = node['Index Name']
  const condition = node['Index Cond']
  const rows = node['Plan Rows']
  return {
    text: [kind, node['Relation Name'], index, condition, `rows=${rows}`].filter(Boolean).join(' '),
    table: node.Alias,
    index,
    readsAll: kind === 'Seq Scan' || (/^Index/.test(kind) && !condition),
    sorts: /Sort$/.test(kind) && rows > HANDFUL,
    isRange: /[<>]/.test(condition ?? ''),
    readsTenant: /^\(\(tenant_id\)::text = '[^']*'::text\)$/.test(condition ?? ''),
    isCovered: kind === 'Index Only Scan',
    rows,
  }
}
