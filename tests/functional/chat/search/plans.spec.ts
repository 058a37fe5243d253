import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { dialectOf } from '#chat/support/dialects'
import { analyse, planOf, textOf } from '#tests/helpers/plans/plan_of'
import type { PlanStep } from '#tests/helpers/plans/plan_step'
import { statementsOf, type Statement } from '#tests/helpers/statements'
import { lengthen, saying, search } from './library.js'

const isEmbedded = () => dialectOf(db.connection()).isEmbedded

/**
 * Steps that read a table, or all that a tenant has of it, from end to end, or sort. Half of a small table of messages a
 * server rather reads whole than by an index, like the few agents of a team, and sorts what it found, and is right.
 */
function costly(steps: PlanStep[]) {
  const whole = steps.filter(({ readsAll, readsTenant }) => readsAll || readsTenant)
  if (isEmbedded()) return steps.filter(({ sorts }) => sorts).concat(whole)
  return whole.filter(({ table }) => table !== Message.table && table !== Agent.table)
}

/** What comes after the search: the rows that are shown, with their labels. */
const isAfterwards = ({ sql }: Statement) => / where 1 = \?|_chat_labels/.test(sql)

/** The first or last of an index: one step, though its plan does not say so. */
const isOneStep = ({ sql }: Statement) => /^select (min|max)\(/.test(sql)

/** Enough of everything for the database to choose with care. */
async function fill(world: ChatWorld) {
  for (let turn = 0; turn < 60; turn++) {
    const conversation = await saying(world, 'Something else', {
      name: 'Jane',
      email: `jane${turn}@acme.example`,
      phone: `0170 ${1234500 + turn}`,
    })
    const lines = Array.from({ length: 120 }, (_, index) => `Line ${index}`)
    await lengthen(conversation, lines)
  }
  await copy(Visitor.table, world, () => ({
    token_hash: randomUUID().replaceAll('-', '').repeat(2),
    ...NAMELESS,
  }))
  const nameless = await db.from(Visitor.table).where('tenant_id', world.tenantId).whereNull('name')
  await copy(Conversation.table, world, (index) => ({
    open_key: null,
    number: 5000 + index,
    visitor_id: nameless[index].id,
  }))
}

const NAMELESS = { name: null, email: null, phone: null, email_key: null, phone_key: null }

/** Lets the database know what is in its tables, as few do for SQLite. */
const analyseAll = () => analyse(Visitor.table, Conversation.table, Message.table)

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
  // Read anew, for what was known of a table's length stays otherwise
  await db.rawQuery('pragma writable_schema = reset')
}

test.group('How the database searches', (group) => {
  let world: ChatWorld
  group.setup(async () => {
    world = await ChatWorld.create()
    await fill(world)
    return () => analyseAll()
  })

  const whole = ['jane7@acme.example', '0170 1234507']
  for (const q of ['platypus', 'else', 'x', '1042', '返品', 'Something line', 'Jane', ...whole]) {
    for (const isAnalysed of [false, true]) {
      const state = isAnalysed ? 'analysed' : 'as it is'
      test(`"${q}", ${state}: within indexes, and no statement without a bound`, async ({
        assert,
      }) => {
        if (isAnalysed || !isEmbedded()) await analyseAll()
        else await forget()
        const statements = await statementsOf(() => search(world, q))
        assert.isNotEmpty(statements)
        for (const statement of statements.filter((each) => !isAfterwards(each))) {
          const { sql } = statement
          if (isOneStep(statement)) continue
          const plan = await planOf(statement)
          // What the search index lists, few thousand at most, is read by id and sorted then
          if (sql.includes('json_each')) {
            assert.isUndefined(
              plan.find(({ readsTenant }) => readsTenant),
              textOf(plan)
            )
            continue
          }
          assert.isEmpty(costly(plan), `${sql}\n${textOf(plan)}`)
          assert.match(sql, / limit \?| in \(| between /i, sql)
        }
      })
    }
  }

  test('whole addresses and phone numbers are looked up in an index of their own', async ({
    assert,
  }) => {
    await analyseAll()
    for (const [index, q] of ['email', 'phone'].map((key, at) => [key, whole[at]])) {
      const statements = await statementsOf(() => search(world, q))
      const keyed = statements.find(({ sql }) => sql.includes(`${index}_key`))
      const plan = await planOf(keyed!)
      assert.equal(
        plan.find((step) => step.index)?.index,
        `chat_visitors_${index}_index`,
        textOf(plan)
      )
    }
  })

  test('rare words are asked of the index of words, where there is one', async ({ assert }) => {
    const asked = await statementsOf(() => search(world, 'platypus'))
    const words = asked.filter(({ sql }) => /against/i.test(sql))
    assert.lengthOf(words, dialectOf(db.connection()).hasWordIndex ? 1 : 0)
    const common = await statementsOf(() => search(world, 'line'))
    assert.isEmpty(common.filter(({ sql }) => /against/i.test(sql)))
  })
})
