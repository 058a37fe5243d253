import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type DueAction from '#chat/models/due_action'
import type Conversation from '#chat/models/conversation'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { ChatWorld } from '#tests/helpers/chat_world'
import { dueFor, workerIn } from '#tests/helpers/due_actions'
import { soon } from '../routing/team.js'

/** Counts its runs; what it does besides is up to the test. */
function counting(work: (action: DueAction) => unknown = () => {}) {
  const runs: DueAction[] = []
  const kind: DueKind = {
    name: `test-${Math.random().toString(36).slice(2)}`,
    async run(action) {
      runs.push(action)
      await work(action)
    },
  }
  return { kind, runs }
}

const schedule = ({ chat }: ChatWorld, conversation: Conversation, { name }: DueKind, in_ = 60) =>
  db.transaction((trx) => {
    const dueAt = DateTime.utc().plus({ seconds: in_ })
    return chat.dueActions.schedule(conversation, { purpose: 'snooze', kind: name, dueAt }, trx)
  })

test.group('Due actions', () => {
  test('runs when its time has come, once among many workers, and is gone then', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { kind, runs } = counting()
    const conversations: Conversation[] = []
    for (let n = 0; n < 5; n += 1) conversations.push((await world.chatting()).conversation)
    for (const conversation of conversations) await schedule(world, conversation, kind)

    const early = await workerIn(world, { seconds: 55 }, [kind])
    await early.round()
    assert.lengthOf(runs, 0)

    const workers = await Promise.all(
      [1, 2, 3, 4].map(() => workerIn(world, { seconds: 65 }, [kind]))
    )
    await Promise.all(workers.map((worker) => worker.round()))
    assert.sameMembers(
      runs.map(({ conversationId }) => conversationId),
      conversations.map(({ id }) => id)
    )
    for (const conversation of conversations) assert.lengthOf(await dueFor(conversation), 0)
  })

  test('is one per purpose: what is scheduled again takes the place of what was', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { kind, runs } = counting()
    const { conversation } = await world.chatting()
    await schedule(world, conversation, kind, 10)
    await schedule(world, conversation, kind, 100)
    await (await workerIn(world, { seconds: 50 }, [kind])).round()
    assert.lengthOf(runs, 0)
    await (await workerIn(world, { seconds: 105 }, [kind])).round()
    assert.lengthOf(runs, 1)
  })

  test('stays when it is scheduled anew while it runs', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const { kind } = counting(() => schedule(world, conversation, kind, 600))
    await schedule(world, conversation, kind)
    await (await workerIn(world, { seconds: 65 }, [kind])).round()
    const [row] = await dueFor(conversation)
    assert.equal(row.attempts, 0)
  })

  test('comes again when the process that had it is gone', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { kind, runs } = counting()
    const { conversation } = await world.chatting()
    await schedule(world, conversation, kind, 0)
    const [row] = await dueFor(conversation)
    assert.isTrue(await world.chat.dueActions.claim(row, DateTime.utc().plus({ seconds: 1 })))

    await (await workerIn(world, { seconds: 30 }, [kind])).round()
    assert.lengthOf(runs, 0)
    await (await workerIn(world, { seconds: 90 }, [kind])).round()
    assert.lengthOf(runs, 1)
  })

  test('is tried again with growing distance, and kept with its reason in the end', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { kind, runs } = counting(() => {
      throw new Error('The world is not ready')
    })
    const { conversation } = await world.chatting()
    await schedule(world, conversation, kind, 0)
    for (const hours of [1, 2, 3, 4, 6, 9]) {
      await (await workerIn(world, { hours }, [kind])).round()
    }
    const [row] = await dueFor(conversation)
    assert.lengthOf(runs, 6)
    assert.isNull(row.dueAt)
    assert.equal(row.error, 'The world is not ready')
  })

  test('waits while the module is off, however long', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { kind, runs } = counting()
    const { conversation } = await world.chatting()
    await schedule(world, conversation, kind, 0)
    await world.setModule(false)
    await (await workerIn(world, { minutes: 5 }, [kind])).round()
    assert.lengthOf(runs, 0)
    await world.setModule(true)
    await (await workerIn(world, { minutes: 10 }, [kind])).round()
    assert.lengthOf(runs, 1)
  })

  test('of a kind that hangs delays no other kind', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { promise: hangs, resolve: goOn } = Promise.withResolvers<void>()
    const [slow, fast] = [counting(() => hangs), counting()]
    const worker = await workerIn(world, { hours: 1 }, [slow.kind, fast.kind])
    cleanup(() => worker.stop())
    for (let n = 0; n < 6; n += 1) {
      await schedule(world, (await world.chatting()).conversation, slow.kind, n)
    }
    await schedule(world, (await world.chatting()).conversation, fast.kind, 30)
    worker.start()
    await soon(() => fast.runs.length === 1)
    assert.lengthOf(slow.runs, 4)
    goOn()
    await soon(() => slow.runs.length === 6)
  })

  test('that has not ended when the server closes may run elsewhere at that moment', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { kind, runs } = counting(() => (runs.length === 1 ? new Promise(() => {}) : undefined))
    const { conversation } = await world.chatting()
    await schedule(world, conversation, kind, 0)
    const worker = await workerIn(world, {}, [kind])
    worker.start()
    await soon(() => runs.length === 1)
    const startedAt = performance.now()
    await worker.stop()
    assert.isBelow(performance.now() - startedAt, 5000)

    await (await workerIn(world, { seconds: 1 }, [kind])).round()
    assert.lengthOf(runs, 2)
    assert.lengthOf(await dueFor(conversation), 0)
  }).timeout(10_000)
})
