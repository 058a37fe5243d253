import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { planOf, statementsOf, type Statement } from '#tests/helpers/statements'
import { lengthen, saying, search } from './library.js'

const isSqlite = () => db.connection().dialect.name !== 'mysql'

/**
 * Steps that read a table, or all that a tenant has of it, from end to end, or sort. Half of a small table of messages MariaDB rather reads
 * whole than by an index, and is right.
 */
const costly = (steps: string[]) =>
  steps.filter((step) =>
    isSqlite()
      ? /^SCAN (?!CONSTANT)|USE TEMP B-TREE|\(tenant_id=\?\)$/.test(step)
      : /type=(ALL|index) /.test(step) && !step.startsWith(Message.table)
  )

/** What comes after the search: the rows that are shown, with their labels. */
const isAfterwards = ({ sql }: Statement) => / where 1 = \?|_chat_labels/.test(sql)

/** The first or last of an index: one step, though its plan does not say so. */
const isOneStep = ({ sql }: Statement) => /^select (min|max)\(/.test(sql)

/** Enough of everything for the database to choose with care. */
async function fill(world: ChatWorld) {
  for (let turn = 0; turn < 60; turn++) {
    const conversation = await saying(world, 'Something else', { name: 'Jane' })
    const lines = Array.from({ length: 120 }, (_, index) => `Line ${index}`)
    await lengthen(conversation, lines)
  }
  await copy(Visitor.table, world, () => ({
    token_hash: randomUUID().replaceAll('-', '').repeat(2),
    name: null,
  }))
  const nameless = await db.from(Visitor.table).where('tenant_id', world.tenantId).whereNull('name')
  await copy(Conversation.table, world, (index) => ({
    open_key: null,
    number: 5000 + index,
    visitor_id: nameless[index].id,
  }))
}

/** Lets the database know what is in its tables, as few do for SQLite. */
async function analyse() {
  const tables = [Visitor.table, Conversation.table, Message.table].join(', ')
  await db.rawQuery(isSqlite() ? 'analyze' : `analyze table ${tables}`)
}

async function copy(table: string, world: ChatWorld, own: (index: number) => object) {
  const [{ id, ...row }] = await db.from(table).where('tenant_id', world.tenantId)
  const rows = Array.from({ length: 3000 }, (_, index) => {
    return { ...row, external_id: randomUUID(), ...own(index) }
  })
  for (let from = 0; from < rows.length; from += 200) {
    await db.table(table).multiInsert(rows.slice(from, from + 200))
  }
}

async function forget() {
  const known = await db.from('sqlite_master').where('name', 'like', 'sqlite_stat_')
  for (const { name } of known) await db.rawQuery(`delete from ${name}`)
  await db.rawQuery('analyze sqlite_schema')
}

test.group('How the database searches', (group) => {
  let world: ChatWorld
  group.setup(async () => {
    world = await ChatWorld.create()
    await fill(world)
    return () => analyse()
  })

  for (const q of ['platypus', 'else', 'x', '1042', '返品', 'Something line', 'Jane']) {
    for (const isAnalysed of [false, true]) {
      const state = isAnalysed ? 'analysed' : 'as it is'
      test(`"${q}", ${state}: within indexes, and no statement without a bound`, async ({
        assert,
      }) => {
        if (isAnalysed || !isSqlite()) await analyse()
        else await forget()
        const statements = await statementsOf(() => search(world, q))
        assert.isNotEmpty(statements)
        for (const statement of statements.filter((each) => !isAfterwards(each))) {
          const { sql } = statement
          // What limits a statement's time cannot be explained along with it
          if (isOneStep(statement)) continue
          const asked = { ...statement, sql: sql.replace(/\/\*M!.*?\*\//s, '') }
          const plan = await planOf(asked)
          assert.deepEqual(costly(plan), [], `${sql}\n${plan.join('\n')}`)
          assert.match(sql, / limit \?| in \(| between /i, sql)
        }
      })
    }
  }

  test('rare words are asked of the index of words, where there is one', async ({ assert }) => {
    const asked = await statementsOf(() => search(world, 'platypus'))
    const words = asked.filter(({ sql }) => /against/i.test(sql))
    assert.lengthOf(words, isSqlite() ? 0 : 1)
    const common = await statementsOf(() => search(world, 'line'))
    assert.isEmpty(common.filter(({ sql }) => /against/i.test(sql)))
  })
})
