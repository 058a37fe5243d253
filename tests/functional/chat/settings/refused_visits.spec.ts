import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import Widget from '#chat/models/widget'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'
import { ownServer, request } from '#tests/helpers/widget_client'
import { send } from './form.js'

const SETUP = '/settings/chat-widgets/setup'
const HINT = 'which isn’t on your list'

async function waiting(client: ApiClient) {
  const world = await ChatWorld.create({ allowedOrigins: ['https://shop.example'] })
  const { widget } = world
  const user = await world.user('manager')
  const load = (page: string) =>
    request(`${ownServer()}/p/chat/${widget.publicKey}.js`, { headers: { Referer: page } })
  const page = async () => (await client.get(SETUP).loginAs(user)).text()
  const refused = async () =>
    (await client.get(`${SETUP}/${widget.externalId}/state`).loginAs(user)).body().visit.refused
  /** What has been written stays for a while; a minute later the next may be. */
  const aMinuteLater = async () => {
    const refusedAt = DateTime.utc().minus({ minutes: 1 })
    await (await Widget.findOrFail(widget.id)).merge({ refusedAt }).save()
  }
  return { world, widget, user, load, page, refused, aMinuteLater }
}

test.group('A visit from a website that may not carry the widget', () => {
  test('is shown to the admin who waits for the first, who allows the website with a click', async ({
    client,
    assert,
  }) => {
    const { widget, user, load, page, refused } = await waiting(client)
    assert.isNull(await refused())
    const answer = await load('https://www.shop-new.example/contact?token=secret')
    assert.equal(answer.status, 200)
    /** What it is allowed shows with the next load, not when a copy has grown old. */
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.equal(await refused(), 'https://www.shop-new.example')
    const shown = await page()
    assert.include(shown, `value="https://www.shop-new.example" chat-ref="address"`)
    assert.notInclude(shown, 'secret')

    const address = 'https://www.shop-new.example'
    await send(client, user, 'post', `${SETUP}/${widget.externalId}/website`, { address })
    assert.isNull(await refused())
    assert.match(await page(), new RegExp(`chat-ref="refused" hidden>[^]*${HINT}`))
    const allowed = await load('https://www.shop-new.example/')
    assert.include(allowed.headers.get('cache-control')!, 'max-age')
    assert.include(await page(), 'First visit received from https://www.shop-new.example.')
  })

  test('is written down twice a minute at most, and the last one stays', async ({
    client,
    assert,
  }) => {
    const { widget, load, refused, aMinuteLater } = await waiting(client)
    const writes = await statementsOf(async () => {
      for (let n = 0; n < 30; n += 1) await load(`https://flood-${n}.example/`)
    })
    assert.lengthOf(
      writes.filter(({ sql }) => /^update/i.test(sql) && sql.includes(Widget.table)),
      1
    )
    assert.equal(await refused(), 'https://flood-0.example')
    /** Another process may write no sooner. */
    const { RefusedVisits } = await import('#chat/services/widgets/setup/refused_visits')
    await new RefusedVisits().note(await Widget.findOrFail(widget.id), 'https://flood-x.example')
    assert.equal(await refused(), 'https://flood-0.example')
    await aMinuteLater()
    await new RefusedVisits().note(await Widget.findOrFail(widget.id), 'https://flood-x.example')
    assert.equal(await refused(), 'https://flood-x.example')
  })

  test('says nothing that is no website, and nothing that is more than one', async ({
    client,
    assert,
  }) => {
    const { load, page, refused } = await waiting(client)
    for (const hostile of [
      'https://a"onload="alert(1).example/',
      "https://a'b.example/",
      'https://<script>alert(1)</script>/',
      'https://{{1}}.example/',
      `https://${'x'.repeat(300)}.example/`,
      'javascript:alert(1)',
      'data:text/html,hello',
      'https://user:password@/',
    ]) {
      await load(hostile)
      assert.isNull(await refused(), hostile)
    }
    await load('https://user:password@evil.example:8443/<b>?q="><script>')
    assert.equal(await refused(), 'https://evil.example:8443')
    const shown = await page()
    for (const said of ['password', '<b>?q', '"><script>']) assert.notInclude(shown, said)
  })

  test('is hidden from other tenants, and after the first visit', async ({ client, assert }) => {
    const { widget, load, page, refused } = await waiting(client)
    const other = await waiting(client)
    await load('https://evil.example/')
    assert.isNull(await other.refused())
    await load('https://shop.example/')
    assert.isNull(await refused())
    assert.notInclude(await page(), 'evil.example')
    const writes = await statementsOf(() => load('https://evil-2.example/'))
    assert.lengthOf(
      writes.filter(({ sql }) => /^update/i.test(sql)),
      0
    )
    assert.equal((await Widget.findOrFail(widget.id)).refusedOrigin, 'https://evil.example')
  })
})
