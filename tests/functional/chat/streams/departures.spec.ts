import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import app from '@adonisjs/core/services/app'
import { AgentPresence } from '#chat/services/team/agent_presence'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { openStream, tuneStreams } from '#tests/helpers/visitor_stream'

/** A visitor who looks on, and an agent who comes and goes faster than usual. */
async function scene(cleanup: TestContext['cleanup']) {
  await tuneStreams(cleanup, { heartbeatSeconds: 0.1 })
  const world = await ChatWorld.create()
  const { config } = world.chat
  const { agentLeavesAfterSeconds: usual } = config
  config.agentLeavesAfterSeconds = 0.4
  cleanup(() => void (config.agentLeavesAfterSeconds = usual))

  const user = await world.user()
  const [browser, agent] = [await AgentBrowser.logIn(user), await world.agent('Anna Agent', user)]
  const visitor = await openStream((await world.guest()).browser)
  cleanup(() => visitor.close())
  await visitor.frame('chat.ready')

  const heard = () =>
    visitor.frames.filter(({ event }) => event === 'chat.availability').map(({ online }) => online)
  /** Longer than it takes an agent to be gone. */
  const aWhile = () => {
    const { length } = visitor.frames
    return visitor.frame(() => visitor.frames.length >= length + 10)
  }
  const arrive = async () => {
    const stream = await browser.stream()
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    return stream
  }
  const hears = (...states: boolean[]) => visitor.frame(() => heard().length >= states.length)
  const isThere = async () => world.chat.agents.presence.isThere(await agent.refresh())
  return { world, agent, arrive, aWhile, heard, hears, isThere, usual }
}

test.group('An agent who closes the browser', () => {
  test('is gone in a few seconds, and visitors hear it; a reload and a second tab are no departure', async ({
    assert,
    cleanup,
  }) => {
    const { arrive, aWhile, heard, hears, isThere, usual } = await scene(cleanup)
    assert.isAtLeast(usual, 2)
    assert.isAtMost(usual, 5)
    const [first, tab] = [await arrive(), await arrive()]
    await hears(true)
    first.close()
    await aWhile()
    tab.close()
    const reloaded = await arrive()
    await aWhile()
    assert.deepEqual(heard(), [true])

    reloaded.close()
    await hears(true, false)
    assert.isFalse(await isThere())
    await arrive()
    await hears(true, false, true)
    await aWhile()
    assert.deepEqual(heard(), [true, false, true])
  })

  test('is still there while another process holds a stream of theirs', async ({
    assert,
    cleanup,
  }) => {
    const { world, agent, arrive, aWhile, heard, isThere } = await scene(cleanup)
    const elsewhere = new AgentPresence(world.chat.config, await app.container.make('emitter'))
    const later = await arrive()
    await elsewhere.beat(agent.id)
    later.close()
    await aWhile()
    assert.isTrue(await isThere())

    const earlier = await arrive()
    earlier.close()
    await aWhile()
    assert.isTrue(await isThere())
    assert.deepEqual(heard(), [true])
  })
})
