import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ServerProcess } from '#tests/helpers/server_process'

/** Milliseconds: a beat, and what a busy machine adds. */
const SEEN_WITHIN = 5000

test.group('Settings of several processes', (group) => {
  let other: ServerProcess

  group.setup(async () => {
    other = await ServerProcess.start()
  })
  group.teardown(async () => {
    await other.stop()
  })

  /** Settles when another process answers so; fails when it does not soon. */
  async function answers(ask: () => Promise<{ status: number }>, status: number) {
    const began = performance.now()
    while ((await ask()).status !== status) {
      if (performance.now() - began > SEEN_WITHIN) throw new Error(`Not answered with ${status}`)
      await wait(20)
    }
  }

  test('a widget that is switched off here is off there within a beat, and on again', async () => {
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    const there = browser.with({ server: other.url })
    await answers(() => there.get('/config'), 200)
    await world.chat.widgets.setActive(world.widget, false, null)
    await answers(() => there.get('/config'), 404)
    await world.chat.widgets.setActive(world.widget, true, null)
    await answers(() => there.get('/config'), 200)
  })

  test('the module that is switched off here is off there within a beat', async () => {
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    const there = browser.with({ server: other.url })
    await answers(() => there.get('/config'), 200)
    await world.setModule(false)
    await answers(() => there.get('/config'), 404)
    await world.setModule(true)
    await answers(() => there.get('/config'), 200)
  })

  test('an address that is blocked here is blocked there within a beat', async () => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { browser, visitor } = await world.guest()
    const anew = () => browser.with({ server: other.url, token: null }).post('/session')
    await answers(anew, 201)
    await world.chat.visitors.blocks.block(visitor, agent, 1)
    await answers(anew, 403)
    await world.chat.visitors.blocks.unblock(visitor, agent)
    await answers(anew, 201)
  })
})
