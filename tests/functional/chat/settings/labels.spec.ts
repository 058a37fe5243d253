import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { send, sendJson } from './form.js'

const LIST = '/settings/chat-labels'
const FORM = { name: 'Billing', color: '#2563EB' }

test.group('Keeping labels', () => {
  test('made, changed and deleted by a manager', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const manager = await world.user('manager')
    const empty = await client.get(LIST).loginAs(manager)
    assert.include(empty.text(), 'No labels yet')

    const made = await send(client, manager, 'post', LIST, FORM)
    made.assertStatus(302)
    const [label] = await world.chat.labels.list(world.tenantId)
    assert.deepEqual([label.name, label.color], ['Billing', '#2563eb'])
    const path = `${LIST}/${label.externalId}`
    assert.include((await client.get(`${path}/edit`).loginAs(manager)).text(), 'value="Billing"')

    await send(client, manager, 'put', path, { name: 'Invoices', color: '#16a34a' })
    assert.include((await client.get(LIST).loginAs(manager)).text(), 'Invoices')

    const { conversation } = await world.chatting()
    await world.chat.conversations.triage.addLabel(conversation, label, await world.agent())
    await send(client, manager, 'delete', path)
    assert.lengthOf(await world.chat.labels.list(world.tenantId), 0)
    assert.lengthOf(await world.chat.conversations.triage.labelsOf(conversation), 0)
    await world.reply(conversation, await world.agent(), 'Still works')
  })

  test('a name is unique per tenant, regardless of case', async ({ client, assert }) => {
    const [world, elsewhere] = [await ChatWorld.create(), await ChatWorld.create()]
    const manager = await world.user('manager')
    await send(client, manager, 'post', LIST, FORM)
    const twice = await send(client, manager, 'post', LIST, { ...FORM, name: ' BILLING ' })
    twice.assertStatus(422)
    assert.include(twice.text(), 'A label with this name already')
    assert.include(twice.text(), 'value="BILLING"')
    const program = await sendJson(client, manager, 'post', LIST, FORM)
    program.assertStatus(422)
    assert.equal(program.body().errors[0].code, 'E_CHAT_LABEL_EXISTS')
    await send(client, await elsewhere.user('manager'), 'post', LIST, FORM)
    assert.lengthOf(await world.chat.labels.list(world.tenantId), 1)
    assert.lengthOf(await elsewhere.chat.labels.list(elsewhere.tenantId), 1)
  })

  test('bad input comes back with its reason', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const manager = await world.user('manager')
    for (const bad of [
      {},
      { name: 'x' },
      { name: '', color: '#123456' },
      { name: ' \0', color: '#123456' },
      { name: 'x'.repeat(41), color: '#123456' },
      { name: 'x', color: 'red' },
      { name: 'x', color: '#12345g' },
      { name: ['x', 'y'], color: '#123456' },
      { name: 'x', color: { a: 1 } },
    ]) {
      const form = await send(client, manager, 'post', LIST, bad)
      form.assertStatus(422)
      assert.include(form.text(), 'chat-field__error')
      const program = await sendJson(client, manager, 'post', LIST, bad)
      program.assertStatus(422)
    }
    assert.lengthOf(await world.chat.labels.list(world.tenantId), 0)
  })

  test('an employee is refused, another tenant’s label is not there', async ({
    client,
    assert,
  }) => {
    const [world, elsewhere] = [await ChatWorld.create(), await ChatWorld.create()]
    const label = await world.chat.labels.create(world.tenantId, FORM)
    const path = `${LIST}/${label.externalId}`
    const cases: ['post' | 'put' | 'delete', string][] = [
      ['post', LIST],
      ['put', path],
      ['delete', path],
    ]
    const employee = await world.user()
    for (const page of [LIST, `${path}/edit`]) {
      const refused = await client.get(page).loginAs(employee)
      refused.assertStatus(403)
    }
    for (const [method, url] of cases) {
      const refused = await send(client, employee, method, url, { ...FORM, name: 'Other' })
      refused.assertStatus(403)
    }
    const stranger = await elsewhere.user('owner')
    for (const [method, url] of cases.slice(1)) {
      const missing = await send(client, stranger, method, url, FORM)
      missing.assertStatus(404)
    }
    const none = await client.get(`${LIST}/${randomUUID()}/edit`).loginAs(stranger)
    none.assertStatus(404)
    assert.deepEqual(
      (await world.chat.labels.list(world.tenantId)).map(({ name }) => name),
      ['Billing']
    )
  })
})
