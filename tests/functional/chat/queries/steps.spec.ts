import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { chatTable } from '#chat/models/chat_model'
import { Statements } from '#chat/support/steps/statement'
import { stepRunnerOf } from '#chat/support/steps/step_runner'
import type { Steps } from '#chat/support/steps/steps'

const table = () => chatTable('counters')

const sql = new Statements(db.connection())

/** Inserts a counter of a tenant, and ends in the requested way. */
function* add(
  tenantId: string,
  name: string,
  end: 'well' | 'badly' | 'with nothing' = 'well'
): Steps<string | null> {
  const counter = { tenant_id: tenantId, name, value: 1 }
  yield sql.of('add', counter, (query, names) => query.insert(names).into(table()))
  if (end === 'badly') throw new Error(`${name} failed`)
  return end === 'well' ? name : null
}

async function namesOf(tenantId: string) {
  const rows = await db.from(table()).where('tenant_id', tenantId).orderBy('name')
  return rows.map(({ name }) => name)
}

const runner = () => stepRunnerOf(db.connection())!

test.group('Steps on a connection of the pool', () => {
  test('are all stored, or none of them is', async ({ assert }) => {
    const tenantId = randomUUID()
    assert.equal(await runner().write(() => add(tenantId, 'a')), 'a')
    await assert.rejects(() => runner().write(() => add(tenantId, 'b', 'badly')), 'b failed')
    assert.isNull(await runner().write(() => add(tenantId, 'c', 'with nothing')))
    assert.deepEqual(await namesOf(tenantId), ['a'])
  })

  test('fail alone where several are written at the same time', async ({ assert }) => {
    const tenantId = randomUUID()
    const ended = await Promise.allSettled([
      runner().write(() => add(tenantId, 'a')),
      runner().write(() => add(tenantId, 'a')),
      runner().write(() => add(tenantId, 'b', 'badly')),
      runner().write(() => add(tenantId, 'c', 'with nothing')),
      runner().write(() => add(tenantId, 'd')),
    ])
    const results = ended.map((each) => (each.status === 'fulfilled' ? each.value : each.status))
    assert.sameMembers(results.slice(0, 2), ['a', 'rejected'])
    assert.deepEqual(results.slice(2), ['rejected', null, 'd'])
    assert.deepEqual(await namesOf(tenantId), ['a', 'd'])
  })

  test('leave a connection as they found it', async ({ assert }) => {
    const tenantId = randomUUID()
    for (let n = 0; n < 20; n += 1) {
      await runner()
        .write(() => add(tenantId, `${n}`, 'badly'))
        .catch(() => {})
    }
    await db.transaction((trx) =>
      trx.table(table()).insert({ tenant_id: tenantId, name: 'z', value: 1 })
    )
    assert.deepEqual(await namesOf(tenantId), ['z'])
  })

  test('are not run in a transaction of Lucid, whose connection is its own', async ({ assert }) => {
    await db.transaction(async (trx) => assert.isNull(stepRunnerOf(trx)))
  })
})
