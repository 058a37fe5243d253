import { test } from '@japa/runner'
import CannedResponse from '#chat/models/canned_response'
import { ShortcutTaken, UnknownPlaceholder } from '#chat/exceptions/chat_errors'
import { ChatWorld } from '#tests/helpers/chat_world'
import { send, sendJson } from '../settings/form.js'

const LIST = '/settings/canned-responses'
const FORM = { shortcut: 'Refund-Policy', title: 'Refunds', content: 'You have {{visitor.name}}' }

async function managed() {
  const world = await ChatWorld.create()
  const { cannedResponses } = world.chat
  const response = await cannedResponses.create(
    world.tenantId,
    { shortcut: 'hello', title: 'Greeting', content: 'Hello' },
    null
  )
  return { world, response, manager: await world.user('manager') }
}

const all = ({ tenantId, chat }: ChatWorld) => chat.cannedResponses.list(tenantId)

test.group('Managing canned responses', () => {
  test('one is written, changed and deleted through the forms', async ({ client, assert }) => {
    const { world, manager } = await managed()
    const created = await send(client, manager, 'post', LIST, FORM)
    created.assertStatus(302)
    const saved = (await all(world)).find(({ shortcut }) => shortcut === 'refund-policy')!
    assert.equal(saved.content, FORM.content)
    assert.equal(saved.userCreatedId, String(manager.id))

    const path = `${LIST}/${saved.externalId}`
    await send(client, manager, 'put', path, { ...FORM, content: 'Thirty days' })
    assert.equal((await saved.refresh()).content, 'Thirty days')
    const page = await client.get(LIST).loginAs(manager)
    assert.include(page.text(), '/refund-policy')
    assert.include(page.text(), 'Thirty days')

    await send(client, manager, 'delete', path)
    assert.isNull(await CannedResponse.find(saved.id))
    assert.lengthOf(await all(world), 1)
  })

  test('a shortcut is the tenant’s once, whatever its case, also when two save it concurrently', async ({
    client,
    assert,
  }) => {
    const { world, manager, response } = await managed()
    const refused = await send(client, manager, 'post', LIST, { ...FORM, shortcut: 'HELLO' })
    refused.assertStatus(422)
    assert.include(refused.text(), 'The shortcut /hello is already in use')
    assert.include(refused.text(), 'You have {{visitor.name}}')

    const attributes = { shortcut: 'twice', title: 'T', content: 'C' }
    const saves = await Promise.allSettled(
      [1, 2].map(() => world.chat.cannedResponses.create(world.tenantId, attributes, null))
    )
    const failed = saves.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
    assert.lengthOf(failed, 1)
    assert.instanceOf(failed[0].reason, ShortcutTaken)

    await send(client, manager, 'put', `${LIST}/${response.externalId}`, {
      ...FORM,
      shortcut: 'hello',
    })
    assert.equal((await response.refresh()).title, 'Refunds')
    const elsewhere = await ChatWorld.create()
    await elsewhere.chat.cannedResponses.create(elsewhere.tenantId, attributes, null)
  })

  test('a placeholder that does not exist is an error at the text', async ({ client, assert }) => {
    const { world, manager } = await managed()
    const content = 'Hi {{visitor.nmae}}'
    const refused = await send(client, manager, 'post', LIST, { ...FORM, content })
    refused.assertStatus(422)
    assert.include(refused.text(), '{{visitor.nmae}} is not a placeholder')
    assert.include(refused.text(), 'id="content-error"')

    const json = await sendJson(client, manager, 'post', LIST, { ...FORM, content })
    json.assertStatus(422)
    assert.equal(json.body().errors[0].code, 'E_CHAT_UNKNOWN_PLACEHOLDER')
    await assert.rejects(
      () => world.chat.cannedResponses.create(world.tenantId, { ...FORM, content }, null),
      UnknownPlaceholder
    )
    assert.lengthOf(await all(world), 1)
  })

  for (const [field, value] of [
    ['shortcut', ''],
    ['shortcut', 'two words'],
    ['shortcut', '/slash'],
    ['shortcut', 'x'.repeat(33)],
    ['shortcut', ['a', 'b']],
    ['title', ' '],
    ['title', 'x'.repeat(121)],
    ['content', ''],
    ['content', 'x'.repeat(5001)],
    ['content', { a: 1 }],
  ] as const) {
    test(`${field} ${JSON.stringify(value).slice(0, 20)} is refused and named`, async ({
      client,
      assert,
    }) => {
      const { world, manager } = await managed()
      const refused = await sendJson(client, manager, 'post', LIST, { ...FORM, [field]: value })
      refused.assertStatus(422)
      assert.equal(refused.body().errors[0].field, field)
      const page = await send(client, manager, 'post', LIST, { ...FORM, [field]: value })
      page.assertStatus(422)
      assert.include(page.text(), `id="${field}-error"`)
      assert.lengthOf(await all(world), 1)
    })
  }

  test('5,000 characters are a response, and what it holds is text', async ({ client, assert }) => {
    const { manager } = await managed()
    const content = `<script>alert(1)</script>${'ü'.repeat(4975)}`
    const created = await send(client, manager, 'post', LIST, { ...FORM, content })
    created.assertStatus(302)
    const page = await client.get(LIST).loginAs(manager)
    assert.notInclude(page.text(), '<script>alert(1)')
    assert.include(page.text(), '&lt;script&gt;alert(1)')
  })

  test('an employee is refused everywhere, another tenant’s does not exist', async ({
    client,
    assert,
  }) => {
    const [{ world, response }, stranger] = [await managed(), await managed()]
    const path = `${LIST}/${response.externalId}`
    for (const [user, status] of [
      [await world.user('employee'), 403],
      [stranger.manager, 404],
    ] as const) {
      const page = await client.get(`${path}/edit`).loginAs(user)
      page.assertStatus(status)
      const put = await send(client, user, 'put', path, FORM)
      put.assertStatus(status)
      const removed = await send(client, user, 'delete', path)
      removed.assertStatus(status)
    }
    const employee = await world.user('employee')
    for (const address of [LIST, `${LIST}/create`]) {
      const page = await client.get(address).loginAs(employee)
      page.assertStatus(403)
    }
    const created = await send(client, employee, 'post', LIST, FORM)
    created.assertStatus(403)
    assert.lengthOf(await all(world), 1)
    assert.equal((await response.refresh()).title, 'Greeting')
    const theirs = await client.get(LIST).loginAs(stranger.manager)
    assert.notInclude(theirs.text(), response.externalId)
  })

  test('without any, the page says what to do', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const page = await client.get(LIST).loginAs(await world.user('manager'))
    assert.include(page.text(), 'Create your first response')
    const form = await client.get(`${LIST}/create`).loginAs(await world.user('manager'))
    assert.include(form.text(), '{{conversation.number}}')
  })
})
