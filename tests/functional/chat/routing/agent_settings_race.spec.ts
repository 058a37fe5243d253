import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ScopeUnknown } from '#chat/exceptions/chat_errors'
import { offDuty } from './team.js'

const ROUNDS = 40

test.group('A department that is deleted while agents are given it', () => {
  test('ends in either order, without a deadlock', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { roster } = world.chat.agents
    const { departments } = world.chat.routing
    const agents = await Promise.all(['Ann', 'Ben', 'Cem'].map((name) => offDuty(world, name)))
    for (let round = 0; round < ROUNDS; round += 1) {
      const department = await departments.create(world.tenantId, `Department ${round}`)
      const departmentIds = [department.externalId]
      for (const agent of agents) await roster.update(agent, { departmentIds })
      const ends = await Promise.allSettled([
        ...agents.map((agent) => roster.update(agent, { departmentIds })),
        departments.remove(department),
      ])
      const failed = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
      for (const reason of failed) assert.instanceOf(reason, ScopeUnknown)
    }
    for (const { scope } of await roster.list(world.tenantId)) {
      assert.deepEqual(scope.departmentIds, [])
    }
  }).timeout(60_000)
})
