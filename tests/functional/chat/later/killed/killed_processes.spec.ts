import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import AuditEntry from '#chat/models/audit_entry'
import { Dice } from '#tests/helpers/dice'
import { withoutDueWorker } from '#tests/helpers/due_actions'
import { soon } from '../../routing/team.js'
import { deliveriesOf, hook } from '../../webhooks/hooked.js'
import { DUE_THINGS, type Check } from './everything_due.js'
import {
  assertNoneFailed,
  begin,
  groundOf,
  lapse,
  PATIENCE,
  twoProcesses,
  worksUp,
} from './ground.js'
import { Outside } from './outside.js'

/** `KILL_ROUNDS=20` for a long run; every round begins two processes and kills both. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 4)
/** In these the mail server takes what it gets, and its answers are lost. */
const MUTE_ROUNDS = [1, 2]
/** What has to come from the processes until one is killed, at most, and milliseconds more. */
const MOST_EVENTS = 12
const MOST_MS = 60
/** A round in which nothing comes any more. */
const QUIET_MS = 2000

/** Waits until so much more has come from the processes, or nothing comes any more. */
async function comes(outside: Outside, more: number) {
  const [wanted, startedAt] = [outside.count + more, performance.now()]
  const isOver = () => outside.count >= wanted || performance.now() - startedAt > QUIET_MS
  await soon(isOver, PATIENCE)
}

test.group('Processes that are killed while they work on what is due', (group) => {
  group.setup(withoutDueWorker)

  test('two of them, again and again: everything happens once, and what is repeated says so', async ({
    assert,
    cleanup,
  }) => {
    const outside = await Outside.start(cleanup)
    const ground = await groundOf(outside, cleanup)
    const { world } = ground
    assert.sameMembers(
      DUE_THINGS.flatMap(({ kinds }) => kinds),
      world.chat.dueKinds.map(({ name }) => name)
    )
    const { webhook } = await hook(world, outside.receiver.url, cleanup)
    const dice = new Dice('kill -9')
    const checks: Check[] = []
    let next = twoProcesses(ground)
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { make } of DUE_THINGS) checks.push(await make(ground, round))
      const processes = await next
      next = twoProcesses(ground)
      outside.mailServer.isMute = MUTE_ROUNDS.includes(round)
      processes.forEach(begin)
      for (const each of processes) {
        await comes(outside, 1 + dice.roll(MOST_EVENTS))
        await wait(dice.roll(MOST_MS))
        await each.stop('SIGKILL')
      }
      await lapse(ground)
    }
    outside.mailServer.isMute = false
    const last = await next
    cleanup(async () => void (await Promise.all(last.map((each) => each.stop('SIGKILL')))))
    last.forEach(begin)
    await worksUp(ground)

    for (const check of checks) await check(assert)
    await assertNoneFailed(assert, ground)
    const deliveries = await deliveriesOf(webhook)
    assert.deepEqual(
      deliveries.filter(({ status }) => status !== 'delivered').map(({ event }) => event),
      []
    )
    const came = new Set(outside.deliveries)
    assert.isEmpty(deliveries.filter(({ externalId }) => !came.has(externalId)))
    const entries = await AuditEntry.query()
      .where({ tenant_id: world.tenantId, action: 'conversation.expired' })
      .orderBy('id')
    const counted = entries.map(({ subjectName }) => Number(/\((\d+)\)$/.exec(subjectName!)![1]))
    assert.equal(
      counted.reduce((sum, count) => sum + count, 0),
      ROUNDS
    )
  }).timeout(20 * PATIENCE)
})
