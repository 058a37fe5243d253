import { test } from '@japa/runner'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { ChatWorld } from '#tests/helpers/chat_world'
import { FORM, LIST, pathOf, send } from './form.js'

/** Every address of the settings, as [method, path under the widget or not]. */
const READS = ['', '/create', '/:id/edit']
const WRITES: ['post' | 'put' | 'delete', string][] = [
  ['post', ''],
  ['put', '/:id'],
  ['post', '/:id/toggle'],
  ['post', '/:id/regenerate-key'],
  ['delete', '/:id'],
]

test.group('Who may shape widgets', () => {
  test('an owner and a manager read every page', async ({ client }) => {
    const world = await ChatWorld.create()
    for (const role of ['owner', 'manager'] as const) {
      const user = await world.user(role)
      for (const path of READS) {
        const url = `${LIST}${path.replace(':id', world.widget.externalId)}`
        const response = await client.get(url).loginAs(user)
        response.assertStatus(200)
      }
    }
  })

  test('an employee is refused everywhere, and nothing changes', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const employee = await world.user('employee')
    const before = (await world.chat.widgets.list(world.tenantId)).map((each) => each.serialize())

    for (const path of READS) {
      const url = `${LIST}${path.replace(':id', world.widget.externalId)}`
      const response = await client.get(url).loginAs(employee)
      response.assertStatus(403)
    }
    for (const [method, path] of WRITES) {
      const url = `${LIST}${path.replace(':id', world.widget.externalId)}`
      const response = await send(client, employee, method, url, FORM)
      response.assertStatus(403)
    }
    const after = (await world.chat.widgets.list(world.tenantId)).map((each) => each.serialize())
    assert.deepEqual(after, before)
  })

  test('who is not let in reads a page, a program reads JSON', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const employee = await world.user('employee')
    const page = await client.get(LIST).header('accept', 'text/html').loginAs(employee)
    page.assertStatus(403)
    assert.match(page.header('content-type')!, /^text\/html/)

    const answer = await client.get(LIST).accept('json').loginAs(employee)
    answer.assertStatus(403)
    answer.assertBodyContains({ errors: [{ code: 'E_CHAT_PERMISSION_DENIED' }] })
  })

  test('with the module off a person reads a page as well', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const owner = await world.user('owner')
    await world.setModule(false)
    for (const url of [LIST, '/chat']) {
      const page = await client.get(url).header('accept', 'text/html').loginAs(owner)
      page.assertStatus(404)
      assert.match(page.header('content-type')!, /^text\/html/)
    }
  })

  test('another tenant’s widget does not exist', async ({ client, assert }) => {
    const [mine, theirs] = [await ChatWorld.create(), await ChatWorld.create()]
    const owner = await mine.user('owner')
    const page = await client.get(`${pathOf(theirs.widget)}/edit`).loginAs(owner)
    page.assertStatus(404)
    for (const [method, path] of WRITES.slice(1)) {
      const url = `${LIST}${path.replace(':id', theirs.widget.externalId)}`
      const response = await send(client, owner, method, url, FORM)
      response.assertStatus(404)
    }
    const untouched = await theirs.chat.widgets.find(theirs.tenantId, theirs.widget.externalId)
    assert.equal(untouched.publicKey, theirs.widget.publicKey)
    assert.isTrue(untouched.isActive)
    const list = await client.get(LIST).loginAs(owner)
    assert.notInclude(list.text(), theirs.widget.externalId)
  })

  test('a request without a user is sent to the log-in page, and the module’s switch closes the pages', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    await moduleSwitch.toggle('chat', world.chat.config.defaultTenant, true)
    const stranger = await client.get(LIST).redirects(0)
    stranger.assertStatus(302)
    assert.include(stranger.header('location'), '/login')

    const owner = await world.user('owner')
    await world.setModule(false)
    const closed = await client.get(LIST).loginAs(owner)
    closed.assertStatus(404)
  })

  test('a form from elsewhere, without the token, changes nothing', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const owner = await world.user('owner')
    await client
      .post(`${pathOf(world.widget)}/toggle`)
      .loginAs(owner)
      .redirects(0)
    const untouched = await world.chat.widgets.find(world.tenantId, world.widget.externalId)
    assert.isTrue(untouched.isActive)
  })

  test('an id that is none is a 404', async ({ client }) => {
    const owner = await (await ChatWorld.create()).user('owner')
    for (const id of ['1', 'x', '00000000-0000-4000-8000-000000000000', '%00']) {
      const response = await client.get(`${LIST}/${id}/edit`).loginAs(owner)
      response.assertStatus(404)
    }
  })
})
