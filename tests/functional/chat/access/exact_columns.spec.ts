import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Conversation from '#chat/models/conversation'
import { exactCollation } from '#chat/models/exact_columns'

interface Column {
  table: string
  column: string
  collation: string
}

const isMysql = () => db.connection().dialect.name === 'mysql'

/** Every text column of the database, Lucid's own tables aside. */
async function textColumns(): Promise<Column[]> {
  const rows = await db
    .from('information_schema.columns')
    .whereRaw('table_schema = database()')
    .whereNotNull('collation_name')
    .whereRaw("table_name not like 'adonis\\\\_schema%'")
    .select('table_name as table', 'column_name as column', 'collation_name as collation')
  return rows
}

const EXACT_NAME = /(^|_)(id|key|hash|token|uuid)$/

/** Whether a text column of this name must compare character by character. */
const isExactName = ({ column, table }: Column) =>
  EXACT_NAME.test(column) || (column === 'name' && /(^|_)counters$/.test(table))

test.group('Columns of ids, keys, tokens, hashes and tenants', () => {
  test('compare character by character in every table', async ({ assert }) => {
    const columns = (await textColumns()).filter(isExactName)
    const tables = new Set(columns.map(({ table }) => table))
    assert.includeMembers([...tables], [Conversation.table, 'users', 'people', 'modules'])
    const wanted = await exactCollation(db.connection())
    const others = columns.filter(({ collation }) => collation !== wanted)
    assert.deepEqual(others, [], 'made without exactColumns()')
  }).skip(() => !isMysql(), 'SQLite compares all text so')
})
