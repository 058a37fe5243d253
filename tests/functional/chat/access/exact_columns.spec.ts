import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Conversation from '#chat/models/conversation'
import { exactCollation } from '#chat/models/exact_columns'
import { exactTables, isExactName } from '#chat/models/exact_tables'

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

/** A table from before: every text compares as the server likes, and all sorts of things hang on the ids. */
const OLD_PARENT = `create table exact_parents (
  id int unsigned primary key auto_increment,
  tenant_id varchar(64) collate utf8mb4_general_ci not null default 'default' comment 'says COLLATE x',
  unique_key varchar(190) collate utf8mb4_general_ci null,
  name varchar(40) collate utf8mb4_general_ci not null,
  lookup_key varchar(120) collate utf8mb4_general_ci
    generated always as (concat(tenant_id, '/', unique_key)) stored,
  unique index parents_key (tenant_id, unique_key), index parents_lookup (lookup_key)
) default charset utf8mb4`
const OLD_CHILD = `create table exact_children (
  id int unsigned primary key auto_increment, parent_id int unsigned not null,
  token varchar(36) collate utf8mb4_general_ci not null,
  constraint children_parent foreign key (parent_id) references exact_parents (id) on delete cascade
) default charset utf8mb4`

test.group('Columns of ids, keys, tokens, hashes and tenants', () => {
  test('compare character by character in every table', async ({ assert }) => {
    const columns = (await textColumns()).filter(({ table, column }) => isExactName(column, table))
    const tables = new Set(columns.map(({ table }) => table))
    assert.includeMembers([...tables], [Conversation.table, 'users', 'people', 'modules'])
    const wanted = await exactCollation(db.connection())
    const others = columns.filter(({ collation }) => collation !== wanted)
    assert.deepEqual(others, [], 'made without exactColumns()')
  }).skip(() => !isMysql(), 'SQLite compares all text so')

  test('come to do so where they hold data, and keep all else', async ({ assert, cleanup }) => {
    cleanup(async () => {
      await db.rawQuery('drop table if exists exact_children')
      await db.rawQuery('drop table if exists exact_parents')
    })
    await db.rawQuery(OLD_PARENT)
    await db.rawQuery(OLD_CHILD)
    await db.table('exact_parents').insert({ tenant_id: 'Default', unique_key: 'a', name: 'Zoë' })
    await db.table('exact_children').insert({ parent_id: 1, token: 'T' })
    const shape = async () => {
      const shown = ['exact_parents', 'exact_children'].map(
        async (table) => (await db.rawQuery('show create table ??', [table]))[0][0]['Create Table']
      )
      const text = (await Promise.all(shown)).join('\n')
      return text.replace(/ CHARACTER SET \w+/g, '').replace(/ COLLATE utf8mb4_\w+/g, '')
    }
    const before = await shape()

    const statements = await exactTables(['exact_parents', 'exact_children'], db.connection())
    assert.lengthOf(statements, 2)
    for (const statement of statements) await db.rawQuery(statement)
    assert.equal(await shape(), before)
    assert.deepEqual(await exactTables(['exact_parents', 'exact_children'], db.connection()), [])

    for (const other of ['default', 'DEFAULT', 'Défault', 'Default ']) {
      await db.table('exact_parents').insert({ tenant_id: other, unique_key: 'a', name: other })
      assert.lengthOf(await db.from('exact_parents').where('tenant_id', other), 1, other)
    }
    assert.lengthOf(await db.from('exact_parents').where('lookup_key', 'Default/a'), 1)
    assert.lengthOf(await db.from('exact_parents').where('name', 'zoe'), 1)
    await db.from('exact_parents').where('tenant_id', 'Default').delete()
    assert.lengthOf(await db.from('exact_children'), 0)
  }).skip(() => !isMysql(), 'SQLite compares all text so')

  test('need no change in the tables of the module', async ({ assert }) => {
    assert.deepEqual(await exactTables([Conversation.table], db.connection()), [])
  })
})
