import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import { ChatError } from '#chat/exceptions/chat_error'
import { ChatWorld, type Guest } from '#tests/helpers/chat_world'
import { after } from '#tests/helpers/due_actions'
import { loads, serving, silentFor } from './team.js'

const STEPS = 150
const AT_A_TIME = 6

/** Numbers from 0 to 1 that come the same way again from the same seed. */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** Whatever can happen to conversations, at random. */
async function workingTeam(random: () => number) {
  const world = await ChatWorld.create()
  const { chat, tenantId } = world
  const agents: Agent[] = []
  for (const name of ['Anna', 'Ben', 'Cleo']) {
    agents.push(await serving(world, name, { maxConcurrentChats: 2 }))
  }
  const guests: Guest[] = []
  for (let n = 0; n < 8; n += 1) guests.push(await world.guest())
  const one = <T>(of: T[]) => of[Math.floor(random() * of.length)]
  const any = async () =>
    one(await Conversation.query().where('tenant_id', tenantId).orderBy('id')) ??
    (await world.chatting()).conversation
  const writes = async () => world.start(one(guests))
  const replies = async () => world.reply(await any(), one(agents))
  const steps: (() => Promise<unknown>)[] = [
    writes,
    writes,
    replies,
    replies,
    async () => world.reply(await any(), one(agents), 'A note', true),
    async () => chat.conversations.assign(await any(), one(agents), one(agents)),
    async () => chat.conversations.unassign(await any(), one(agents)),
    async () => chat.routing.transfers.toAgent(await any(), one(agents), one(agents)),
    async () => chat.conversations.resolve(await any(), one(agents)),
    async () => chat.conversations.close(await any(), one(agents)),
    async () => chat.conversations.reopen(await any(), one(agents)),
    async () => chat.conversations.archive(await any(), one(agents)),
    async () => chat.conversations.unarchive(await any(), one(agents)),
    async () =>
      chat.conversations.snoozes.snooze(
        await any(),
        DateTime.utc().plus({ hours: 1 }),
        one(agents)
      ),
    async () => chat.conversations.snoozes.wake(await any(), one(agents)),
    async () =>
      chat.conversations.undoable.begin(await any(), one(agents), one(['resolve', 'archive'])),
    async () => chat.conversations.undoable.undo(await any()),
    async () => chat.conversations.removal.remove(await any(), one(agents)),
    async () => chat.routing.requeue.allOf(one(agents), 'Gone'),
    async () =>
      chat.agents.teamSettings.change(tenantId, { awaitingVisitorCounts: random() < 0.5 }),
    async () => after(world, { minutes: random() < 0.5 ? 1 : 90 }),
    async () => silentFor(await one(agents).refresh(), 60),
    async () => chat.agents.presence.arrive(await one(agents).refresh()),
    async () => chat.routing.pickUp(tenantId),
  ]
  const step = async () => {
    try {
      await one(steps)()
    } catch (error) {
      if (!(error instanceof ChatError) && !isGone(error)) throw error
    }
  }
  return { world, step }
}

/** Another step has deleted the row in between. */
const isGone = (error: unknown) => (error as { code?: string }).code === 'E_ROW_NOT_FOUND'

test.group('What awaits the visitor, as it is counted', () => {
  test('agrees with the rows after any sequence of operations', async ({ assert }) => {
    const seed = Math.floor(Math.random() * 2 ** 32)
    const { world, step } = await workingTeam(seeded(seed))
    let most = 0
    for (let n = 0; n < STEPS; n += 1) {
      await step()
      const { kept, counted, awaiting } = await loads(world.tenantId)
      assert.deepEqual(kept, counted, `step ${n} from ${seed}`)
      assert.deepEqual(awaiting.kept, awaiting.counted, `step ${n} from ${seed}`)
      most = Math.max(most, ...awaiting.kept)
    }
    assert.isAbove(most, 0)
  }).timeout(120_000)

  test('agrees with the rows after what happened at the same time', async ({ assert }) => {
    const seed = Math.floor(Math.random() * 2 ** 32)
    const { world, step } = await workingTeam(seeded(seed))
    for (let n = 0; n < STEPS; n += AT_A_TIME) {
      await Promise.all(Array.from({ length: AT_A_TIME }, step))
      const { kept, counted, awaiting } = await loads(world.tenantId)
      assert.deepEqual(kept, counted, `step ${n} from ${seed}`)
      assert.deepEqual(awaiting.kept, awaiting.counted, `step ${n} from ${seed}`)
    }
  }).timeout(120_000)
})
