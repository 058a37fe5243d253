import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

test.group('Saved views', () => {
  test('keep the filters of the address, are renamed and deleted', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const inbox = new InboxClient(client, user)
    const query = 'filter=mine&priority=urgent'
    const form = await inbox.submit(`/views?${query}&cursor=x&label=nonsense`, { name: 'On fire' })
    form.assertStatus(302)
    assert.equal(form.header('location'), `/chat?${query}`)

    const page = (await inbox.page('')).text().replaceAll('&amp;', '&')
    assert.match(page, new RegExp(`href="/chat\\?${query}"[^>]*>.*On fire`, 's'))
    const shown = (await inbox.page(`?${query}`)).text()
    assert.include(shown, 'value="On fire"')

    const [view] = await world.chat.inbox.views.list(await world.agent('Anna', user))
    assert.deepEqual(view.filters, { filter: 'mine', priority: 'urgent' })
    const renamed = await inbox.send(`/views/${view.externalId}`, { name: 'Calm' })
    renamed.assertStatus(200)
    assert.include((await inbox.page('')).text(), 'Calm')
    const removed = await inbox.send(`/views/${view.externalId}/delete`)
    removed.assertStatus(200)
    assert.notInclude((await inbox.page('')).text(), 'Calm')
  })

  test('of a label that was deleted show nothing, and say so, rather than everything', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    await world.start(await world.guest(), 'This has no label')
    const label = await world.chat.labels.named(world.tenantId, 'Billing')
    await world.chat.labels.remove(label)
    const page = (await inbox.page(`?filter=open&label=${label.externalId}`)).text()
    assert.notInclude(page, 'This has no label')
    assert.include(page, 'aria-label="Remove filter Label: deleted"')
    const file = await inbox.page(`/export.csv?filter=open&label=${label.externalId}`)
    assert.notInclude(file.text(), 'Shop')
  })

  test('own ones are private; shared ones are for all agents, and managers change them', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const employee = new InboxClient(client, await world.user())
    const manager = new InboxClient(client, await world.user('manager', 'Max Manager'))
    const own = await manager.send('/views?filter=mine', { name: 'My own' })
    const shared = await manager.send('/views?filter=closed', { name: 'For all', shared: true })

    const page = (await employee.page('')).text()
    assert.include(page, 'For all')
    assert.notInclude(page, 'My own')
    assert.notInclude((await employee.page('?filter=closed')).text(), 'Delete view')
    assert.include((await manager.page('?filter=closed')).text(), 'Delete view')

    const statuses = []
    for (const { view } of [own.body(), shared.body()]) {
      statuses.push((await employee.send(`/views/${view}`, { name: 'Taken' })).status())
      statuses.push((await employee.send(`/views/${view}/delete`)).status())
    }
    assert.deepEqual(statuses, [404, 404, 403, 403])
    const refused = await employee.send('/views?filter=open', { name: 'Loud', shared: true })
    refused.assertStatus(403)
    assert.notInclude((await manager.page('')).text(), 'Loud')
  })

  test('there are fifty at most', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const agent = await world.agent('Anna', user)
    for (let n = 0; n < 50; n += 1) {
      const attributes = {
        name: `View ${n}`,
        isShared: false,
        filters: { filter: 'open' } as const,
      }
      await world.chat.inbox.views.create({ agent, mayManage: false }, attributes)
    }
    const answer = await new InboxClient(client, user).send('/views', { name: 'One more' })
    answer.assertStatus(422)
    assert.equal(answer.body().errors[0].code, 'E_CHAT_TOO_MANY_VIEWS')
  })
})
