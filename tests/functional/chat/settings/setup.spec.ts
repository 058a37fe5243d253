import { test } from '@japa/runner'
import Widget from '#chat/models/widget'
import { websitesOfAddress } from '#chat/services/widgets/setup/setup_path'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'
import { ownServer, request, WidgetClient } from '#tests/helpers/widget_client'
import { send } from './form.js'

const SETUP = '/settings/chat-widgets/setup'

/** The script tag of a website, as its visitor's browser asks for it. */
const load = (widget: Widget, page: string | null) =>
  request(`${ownServer()}/p/chat/${widget.publicKey}.js`, {
    headers: page ? { Referer: page } : {},
  })

const stored = (widget: Widget) => Widget.findOrFail(widget.id)

test.group('The set-up path', () => {
  test('leads from nothing to the code for one’s own website', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager')
    await world.chat.widgets.remove(world.widget, null)
    const empty = await client.get(SETUP).loginAs(user)
    empty.assertStatus(200)
    assert.include(empty.text(), 'Create a widget')
    assert.include(empty.text(), '1 of 5')

    const made = await send(client, user, 'post', SETUP, { name: 'Shop window' })
    const [widget] = await world.chat.widgets.list(world.tenantId)
    made.assertHeader('location', `${SETUP}?widget=${widget.externalId}`)

    const address = ' https://www.Shop.example/contact?from=me '
    await send(client, user, 'post', `${SETUP}/${widget.externalId}/website`, { address })
    assert.deepEqual((await stored(widget)).allowedOrigins, [
      'https://www.shop.example',
      'https://shop.example',
    ])
    const page = (await client.get(SETUP).loginAs(user)).text()
    assert.include(page, '3 of 5 done')
    assert.include(page, `/p/chat/${widget.publicKey}.js`)
    assert.include(page, 'Waiting for the first visit…')
    assert.include(page, `/settings/chat-widgets/${widget.externalId}/try`)
  })

  test('explains an invalid address, and keeps the input', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager')
    const path = `${SETUP}/${world.widget.externalId}/website`
    for (const address of ['my shop', 'ftp://shop.example', '', 'https://', '<b>']) {
      const refused = await send(client, user, 'post', path, { address })
      refused.assertStatus(422)
      assert.match(refused.text(), /id="address"[^>]*aria-invalid="true"/, address)
    }
    assert.deepEqual((await stored(world.widget)).allowedOrigins, [])
  })

  test('understands addresses as people paste them', ({ assert }) => {
    const expected: [string, string[] | null][] = [
      ['shop.example', ['shop.example', 'www.shop.example']],
      ['https://shop.example:8443/a/b#c', ['https://shop.example:8443']],
      ['http://localhost:3334/', ['http://localhost:3334']],
      ['http://192.168.1.5/', ['http://192.168.1.5']],
      ['javascript:alert(1)', null],
      ['https://user:secret@shop.example/', null],
    ]
    for (const [address, websites] of expected) {
      assert.deepEqual(websitesOfAddress(address), websites, address)
    }
  })

  test('is complete with the first visit of an allowed website, known from the loader’s request', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create({ allowedOrigins: ['https://shop.example'] })
    const { widget } = world
    const user = await world.user('manager')
    const state = async () =>
      (await client.get(`${SETUP}/${widget.externalId}/state`).loginAs(user)).body().visit

    for (const page of [null, 'https://evil.example/', `${ownServer()}/settings`, 'nonsense']) {
      await load(widget, page)
      assert.isFalse((await state()).isVisited, String(page))
    }
    await load(widget, 'https://shop.example/')
    assert.deepEqual(await state(), {
      isVisited: true,
      isTried: false,
      refused: null,
      text: 'First visit received from https://shop.example.',
    })
    assert.include((await client.get(SETUP).loginAs(user)).text(), 'data-state="visited"')
  })

  test('a website that withholds the referrer is known by its visitor’s page', async ({
    assert,
  }) => {
    const { widget } = await ChatWorld.create()
    const page = { url: 'https://quiet.example/shop', title: 'Shop', referrer: '' }
    const { status } = await new WidgetClient(widget.publicKey).post('/session', { page })
    assert.equal(status, 201)
    assert.equal((await stored(widget)).firstSeenOrigin, 'https://quiet.example')
  })

  test('costs one write, however many visitors there are', async ({ assert }) => {
    const { widget } = await ChatWorld.create()
    const writes = await statementsOf(async () => {
      const pages = Array.from({ length: 10 }, () => load(widget, 'https://shop.example/'))
      await Promise.all(pages)
      for (let visit = 0; visit < 3; visit++) await load(widget, 'https://shop.example/')
    })
    assert.lengthOf(
      writes.filter(({ sql }) => /^update/i.test(sql)),
      1
    )
  })

  test('waits again when the website that was seen may no longer carry the widget', async ({
    assert,
  }) => {
    const { chat, tenantId, widget } = await ChatWorld.create()
    await load(widget, 'https://old.example/')
    assert.isTrue(await chat.widgets.setup.isFinished(tenantId))
    await chat.widgets.update(await stored(widget), { allowedOrigins: ['new.example'] }, null)
    assert.isFalse(await chat.widgets.setup.isFinished(tenantId))
    await load(widget, 'https://new.example/')
    assert.isTrue(await chat.widgets.setup.isFinished(tenantId))
  })

  test('is linked from the empty inbox and the list of widgets while unfinished, for those who may', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const [manager, employee] = [await world.user('manager'), await world.user('employee')]
    const link = `href="${SETUP}"`
    const linked = async (path: string, user = manager) =>
      (await client.get(path).loginAs(user)).text().includes(link)

    assert.deepEqual(
      [
        await linked('/chat'),
        await linked('/chat', employee),
        await linked('/settings/chat-widgets'),
      ],
      [true, false, true]
    )
    await load(world.widget, 'https://shop.example/')
    assert.deepEqual(
      [await linked('/chat'), await linked('/settings/chat-widgets')],
      [false, false]
    )
  })

  test('and its test page are for those who manage the chat, of this tenant', async ({
    client,
    assert,
  }) => {
    const [world, other] = [await ChatWorld.create(), await ChatWorld.create()]
    const [manager, employee] = [await world.user('manager'), await world.user('employee')]
    const pathsOf = ({ externalId }: Widget) => [
      `${SETUP}?widget=${externalId}`,
      `${SETUP}/${externalId}/state`,
      `/settings/chat-widgets/${externalId}/try`,
    ]
    for (const path of pathsOf(world.widget)) {
      ;(await client.get(path).loginAs(manager)).assertStatus(200)
      ;(await client.get(path).loginAs(employee)).assertStatus(403)
    }
    for (const path of pathsOf(other.widget)) {
      ;(await client.get(path).loginAs(manager)).assertStatus(404)
    }
    const address = 'https://evil.example'
    const theirs = `${SETUP}/${other.widget.externalId}/website`
    ;(await send(client, manager, 'post', theirs, { address })).assertStatus(404)
    assert.deepEqual((await stored(other.widget)).allowedOrigins, [])
  })

  test('the test page shows the website in a sandbox, and nothing else is let in', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create({ allowedOrigins: ['*.a.example', 'shop.example'] })
    const user = await world.user('manager')
    const path = `/settings/chat-widgets/${world.widget.externalId}/try`
    const page = await client.get(path).loginAs(user)
    assert.match(
      page.text(),
      /<iframe[^>]*src="https:\/\/shop.example\/"[^>]*sandbox="allow-scripts"/
    )
    assert.include(page.header('content-security-policy'), "frame-src 'self' https://shop.example;")
    const plain = await client.get(`${path}?look=plain`).loginAs(user)
    assert.notInclude(plain.text(), '<iframe')
    assert.notInclude(plain.header('content-security-policy'), 'shop.example')
  })
})
