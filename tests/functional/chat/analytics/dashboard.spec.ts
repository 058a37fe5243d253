import { test } from '@japa/runner'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { ChatWorld } from '#tests/helpers/chat_world'
import { withOnly } from '#tests/helpers/with_only'
import { timed } from './timed.js'

const PERIOD = 'period=custom&from=2026-05-04&to=2026-05-06'

test.group('The dashboard', () => {
  test('says its numbers without any script', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const agent = await world.agent('Anna <Agent>')
    await timed(world, '2026-05-04T08:00:00Z', { answeredAfter: 75, rating: 4, agent })
    const page = await client.get(`/chat/dashboard?${PERIOD}`).loginAs(user)
    page.assertStatus(200)
    assert.include(page.text(), '1 min 15 s')
    assert.include(page.text(), '4.0 of 5')
    assert.include(page.text(), 'Mon, 4 May 2026')
    assert.include(page.text(), 'Anna &lt;Agent&gt;')
    assert.notInclude(page.text().split('chat-dashboard"')[1], 'style="')
    assert.include(page.header('cache-control'), 'no-store')
  })

  test('says that there is nothing yet', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const page = await client.get('/chat/dashboard').loginAs(await world.user())
    page.assertStatus(200)
    assert.include(page.text(), 'No conversations started in this period.')
    assert.include(page.text(), 'No conversations in this period')
  })

  test('keeps the widget when another period is chosen', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const other = await world.addWidget({ name: 'Help' })
    const page = await client
      .get(`/chat/dashboard?period=30d&widget=${other.externalId}`)
      .loginAs(await world.user())
    assert.include(page.text(), `/chat/dashboard?period=90d&amp;widget=${other.externalId}`)
    assert.match(page.text(), /<option value="[^"]+" selected>Help/)
  })

  test('needs the permission to see the chat', async ({ client }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    await moduleSwitch.toggle('chat', 'default', true)
    for (const path of ['/chat/dashboard', '/chat/dashboard/export']) {
      const unknown = await client.get(path).redirects(0)
      unknown.assertStatus(302)
      await withOnly(world, user, ['view chat'], async () => {
        const allowed = await client.get(path).loginAs(user)
        allowed.assertStatus(200)
      })
      await withOnly(world, user, ['reply chat', 'manage chat'], async () => {
        const refused = await client.get(path).loginAs(user)
        refused.assertStatus(403)
      })
    }
  })

  test('is gone while the module is off', async ({ client }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    await world.setModule(false)
    const page = await client.get('/chat/dashboard').loginAs(user)
    page.assertStatus(404)
  })

  test('takes whatever stands in its address', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const theirs = await ChatWorld.create()
    await timed(theirs, new Date().toISOString(), { answeredAfter: 3 })
    const user = await world.user()
    for (const query of [
      'period=never',
      'period[]=7d&widget[]=1',
      'period=custom',
      'period=custom&from=2026-02-30&to=2026-03-01',
      'period=custom&from[]=2026-02-01&to=x',
      'period=custom&from=2026-05-06&to=2026-05-04',
      'period=custom&from=1970-01-01&to=2199-12-31',
      'period=custom&from=0001-01-01&to=9999-12-31',
      `period=custom&from=${'9'.repeat(400)}&to=-1`,
      "widget=' or 1=1 --",
      'widget=%00&period=%F0%9F%98%80',
      `widget=${theirs.widget.externalId}`,
      'table=__proto__',
    ]) {
      for (const path of ['/chat/dashboard', '/chat/dashboard/export']) {
        const answer = await client.get(`${path}?${query}`).loginAs(user)
        answer.assertStatus(200)
        assert.notInclude(answer.text(), theirs.widget.externalId)
      }
    }
  })
})

test.group('The export of the dashboard', () => {
  test('is a table for spreadsheets in which no formula runs', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const agent = await world.agent('=HYPERLINK("http://evil.example","x")')
    await timed(world, '2026-05-04T08:00:00Z', {
      answeredAfter: 75,
      resolvedAfter: 90,
      rating: 4,
      agent,
    })
    await timed(world, '2026-05-04T09:00:00Z', { answeredAfter: 76, agent })
    await timed(world, '2026-05-04T10:00:00Z')
    const file = await client.get(`/chat/dashboard/export?${PERIOD}`).loginAs(user)
    file.assertHeader('content-type', 'text/csv; charset=utf-8')
    assert.include(file.header('content-disposition'), 'chat-agents-2026-05-04-2026-05-06.csv')
    const [, first, second, end] = file.text().split('\r\n')
    assert.equal(first, `"'=HYPERLINK(""http://evil.example"",""x"")",2,2,76,76,76,1,90,90,90,4,1`)
    assert.equal(second, '"Unassigned",1,0,,,,0,,,,,0')
    assert.equal(end, '')
  })

  test('lists the days of the period one by one', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    await timed(world, '2026-05-05T08:00:00Z', { answeredAfter: 30 })
    const file = await client
      .get(`/chat/dashboard/export?${PERIOD}&table=time`)
      .loginAs(await world.user())
    assert.deepEqual(file.text().replace('\uFEFF', '').trim().split('\r\n'), [
      '"From (UTC)","Started","Resolved","First response, average (s)"',
      '"2026-05-04",0,0,',
      '"2026-05-05",1,0,30',
      '"2026-05-06",0,0,',
    ])
  })
})
