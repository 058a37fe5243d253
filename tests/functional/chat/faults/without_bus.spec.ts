import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { Logger } from '@adonisjs/core/logger'
import { chatTable } from '#chat/models/chat_model'
import { ProcessRows } from '#chat/services/processes/process_rows'
import { ServingProcesses } from '#chat/services/processes/serving_processes'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ServerProcess } from '#tests/helpers/server_process'
import { soon } from '../routing/team.js'

const TABLE = chatTable('processes')
const NOTICE = /(\d+) server processes run the chat without a shared message bus/

/** A process whose beats are fast, and what it says in the log. */
async function fastProcess(hasBus = false) {
  const said: string[] = []
  const logger = { warn: (...words: unknown[]) => said.push(String(words.at(-1))) }
  const rows = new ProcessRows(db.connection())
  const parts = { rows, hasBus, logger: logger as unknown as Logger }
  return { said, processes: new ServingProcesses(parts, 400, 800) }
}

const rowsOf = ({ id }: ServingProcesses) => db.from(TABLE).where('id', id)

test.group('Processes without a bus', (group) => {
  group.setup(async () => {
    const own = await app.container.make(ServingProcesses)
    await own.stop()
    await db.from(TABLE).delete()
    return () => own.start()
  })

  test('are reported once while two serve, and not when one is left', async ({
    assert,
    cleanup,
  }) => {
    const [one, two] = [await fastProcess(), await fastProcess()]
    cleanup(() => Promise.all([one.processes.stop(), two.processes.stop()]) as never)
    one.processes.start()
    two.processes.start()
    assert.deepEqual(await one.processes.unconnected(), [])
    await soon(async () => one.said.length > 0 && two.said.length > 0)
    await soon(async () => (await two.processes.unconnected()).length === 2)
    const { seen_at: seen } = await rowsOf(one.processes).first()
    await soon(async () => (await rowsOf(one.processes).first()).seen_at - seen > 1200)
    assert.lengthOf(one.said, 1)
    assert.match(one.said[0], /2 processes serve the chat without a bus .*REDIS_URL/)

    await two.processes.stop()
    assert.deepEqual(await one.processes.unconnected(), [])
    assert.notExists(await rowsOf(two.processes).first())
  })

  test('are forgotten when they end without a word, and come back when they do', async ({
    assert,
    cleanup,
  }) => {
    const [one, two] = [await fastProcess(), await fastProcess()]
    cleanup(() => Promise.all([one.processes.stop(), two.processes.stop()]) as never)
    one.processes.start()
    two.processes.start()
    await soon(async () => one.said.length > 0)
    await rowsOf(two.processes).delete()
    assert.deepEqual(await one.processes.unconnected(), [])
    await soon(async () => rowsOf(two.processes).first())

    await two.processes.stop()
    const now = Number((await rowsOf(one.processes).first()).seen_at)
    const killed = { id: 'killed', name: 'killed:1', has_bus: false, started_at: now - 90_000 }
    await db.table(TABLE).insert({ ...killed, seen_at: now })
    const [there] = await one.processes.unconnected()
    assert.isDefined(there)
    await soon(async () => (await one.processes.unconnected()).length === 0)
    await db
      .from(TABLE)
      .where('id', 'killed')
      .update({ seen_at: now - 700_000 })
    await soon(async () => !(await db.from(TABLE).where('id', 'killed').first()))
  })

  test('are not those that have one', async ({ assert, cleanup }) => {
    const [one, two] = [await fastProcess(true), await fastProcess(true)]
    cleanup(() => Promise.all([one.processes.stop(), two.processes.stop()]) as never)
    one.processes.start()
    two.processes.start()
    await soon(async () => {
      const rows = await db.from(TABLE).whereIn('id', [one.processes.id, two.processes.id])
      return rows.length === 2 && rows.every((row) => row.seen_at - row.started_at > 1200)
    })
    assert.deepEqual(await one.processes.unconnected(), [])
    assert.lengthOf(one.said, 0)
  })
})

test.group('Settings of a chat that two servers serve without a bus', () => {
  test('say so while it is true', async ({ client, assert, cleanup }) => {
    const own = await app.container.make(ServingProcesses)
    const world = await ChatWorld.create()
    const manager = await world.user('manager')
    const notice = async () =>
      NOTICE.exec((await client.get('/settings/chat-widgets').loginAs(manager)).text())?.[1]
    await soon(async () => rowsOf(own).first(), 10_000)
    await db.from(TABLE).whereNot('id', own.id).delete()
    const server = await ServerProcess.start({ LOG_LEVEL: 'warn' })
    cleanup(() => void server.stop('SIGKILL'))
    await soon(async () => (await db.from(TABLE)).length === 2)
    assert.isUndefined(await notice())

    await db.from(TABLE).update({ started_at: db.raw('started_at - 120000') })
    assert.equal(await notice(), '2')
    await server.says(/2 processes serve the chat without a bus/, 10_000)

    await server.stop('SIGTERM')
    assert.isUndefined(await notice())
    assert.lengthOf(await db.from(TABLE), 1)
  }).timeout(60_000)
})
