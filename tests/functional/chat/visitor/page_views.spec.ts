import { test } from '@japa/runner'
import PageView from '#chat/models/page_view'
import type Visitor from '#chat/models/visitor'
import type { ChatConfig } from '#chat/config/chat_config'
import { ChatWorld } from '#tests/helpers/chat_world'
import type { WidgetClient } from '#tests/helpers/widget_client'

/** Sets a limit for as long as a test lasts. */
function limited<Name extends keyof ChatConfig['limits']>(
  { chat: { config } }: ChatWorld,
  name: Name,
  requests: number,
  cleanup: (undo: () => void) => void
) {
  const before = config.limits[name]
  cleanup(() => void Object.assign(config.limits, { [name]: before }))
  config.limits[name] = { requests, everySeconds: 60 }
}

const address = (n: number) => `https://shop.example/${n}`
const view = (browser: WidgetClient, n: number) =>
  browser.post('/page-views', { url: address(n), title: `Page ${n}` })

async function kept({ id }: Visitor) {
  const rows = await PageView.query().where('visitor_id', id).orderBy('id')
  return rows.map(({ url }) => url)
}

test.group('The pages that a visitor goes through', () => {
  test('are kept as far as the newest ones go', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { config, visitors } = world.chat
    const { keepPageViews } = config
    cleanup(() => void Object.assign(config, { keepPageViews }))
    config.keepPageViews = 5
    const [guest, other] = [await world.guest(), await world.guest()]
    await visitors.recordPageView(other.visitor, { url: address(0) })
    for (let n = 1; n <= 12; n += 1)
      await visitors.recordPageView(guest.visitor, { url: address(n) })
    assert.deepEqual(await kept(guest.visitor), [8, 9, 10, 11, 12].map(address))
    assert.deepEqual(await kept(other.visitor), [address(0)])

    config.keepPageViews = 2
    assert.equal((await view(guest.browser, 13)).status, 204)
    assert.deepEqual(await kept(guest.visitor), [12, 13].map(address))
  })

  test('are not kept beyond what a visitor may have in a minute, which the website does not hear of', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    limited(world, 'pageViewsPerVisitor', 3, cleanup)
    const [guest, other] = [await world.guest(), await world.guest()]
    for (let n = 1; n <= 5; n += 1) assert.equal((await view(guest.browser, n)).status, 204)
    const session = await guest.browser.post('/session', { page: { url: address(6) } })
    assert.equal(session.status, 200)
    assert.deepEqual(await kept(guest.visitor), [1, 2, 3].map(address))
    await view(other.browser, 1)
    assert.lengthOf(await kept(other.visitor), 1)
    assert.equal((await guest.browser.start()).status, 201)
  })

  test('are not kept beyond the limit of an address, however many visitors share it', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    limited(world, 'pageViewsPerIp', 2, cleanup)
    const guests = [await world.guest(), await world.guest(), await world.guest()]
    const headers = { 'X-Forwarded-For': '198.51.100.7' }
    for (const { browser } of guests) await view(browser.with({ headers }), 1)
    const counts = await Promise.all(
      guests.map(async ({ visitor }) => (await kept(visitor)).length)
    )
    assert.deepEqual(counts, [1, 1, 0])
  })
})
