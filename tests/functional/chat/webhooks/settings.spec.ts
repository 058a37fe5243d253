import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { send, sendJson } from '../settings/form.js'
import { deliveriesOf, hooked } from './hooked.js'
import { soon } from '../routing/team.js'
import { all, FORM, LIST, managed } from './managed.js'

test.group('Managing webhooks', () => {
  test('one is made by the form, and its secret is shown once', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const manager = await world.user('manager')
    const made = await send(client, manager, 'post', LIST, { ...FORM, is_active: '' })
    made.assertStatus(302)
    const [webhook] = await all(world)
    assert.deepEqual(webhook.events, FORM.events)
    assert.equal(webhook.userCreatedId, String(manager.id))
    assert.isFalse(webhook.isActive)
    assert.isFalse(webhook.includeNotes)
    assert.isFalse(webhook.allowPrivate)

    const path = `${LIST}/${webhook.externalId}`
    assert.equal(made.header('location'), path)
    const { _csrf: csrf, flash: flashed, ...kept } = made.session() as Record<string, any>
    const page = await client.get(path).withSession(kept).loginAs(manager)
    const [secret] = /whsec_[\w-]{43}/.exec(page.text()) ?? []
    assert.isString(secret)
    assert.equal(secret!.slice(-4), webhook.secretHint)
    assert.include(page.header('cache-control'), 'no-store')
    assert.notInclude(JSON.stringify(page.session()), secret!)
    const again = await client.get(path).loginAs(manager)
    assert.notInclude(again.text(), 'whsec_')
  })

  test('one is changed, tested, given a new secret and deleted', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, webhook, path, manager } = await managed(cleanup)
    await send(client, manager, 'put', path, {
      ...FORM,
      include_notes: '1',
      events: [FORM.events[0]],
    })
    await webhook.refresh()
    assert.isTrue(webhook.includeNotes)
    assert.deepEqual(webhook.events, [FORM.events[0] as never])
    await webhook.merge({ url: 'http://127.0.0.1:1/', allowPrivate: true }).save()
    const tested = await send(client, manager, 'post', `${path}/test`)
    tested.assertStatus(302)
    await soon(async () => (await deliveriesOf(webhook))[0].error === 'refused')

    const [delivery] = await deliveriesOf(webhook)
    const page = await client.get(`${path}/deliveries/${delivery.externalId}`).loginAs(manager)
    assert.include(page.text(), 'Nothing is listening at this address')
    assert.include(page.text(), 'The webhook works.')
    const redelivered = `${path}/deliveries/${delivery.externalId}/redeliver`
    const again = await send(client, manager, 'post', redelivered)
    again.assertStatus(302)
    await soon(async () => (await delivery.refresh()).attempts === 2)

    const before = webhook.secretHint
    await send(client, manager, 'post', `${path}/secret`)
    assert.notEqual((await webhook.refresh()).secretHint, before)
    const gone = await send(client, manager, 'delete', path)
    gone.assertStatus(302)
    assert.lengthOf(await all(world), 0)
    assert.lengthOf(await deliveriesOf(webhook), 0)
  })

  test('a form that is refused comes back as it was sent, with the reasons', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const manager = await world.user('admin')
    const refused: [Record<string, unknown>, string][] = [
      [{ url: 'hooks.example' }, 'must start with https:// or http://'],
      [{ url: '' }, 'The URL is required'],
      [{ url: ['a', 'b'] }, 'The URL must be text'],
      [{ url: 'https://me:secret@hooks.example' }, 'can’t include a username or password'],
      [{ url: 'http://127.0.0.1/' }, 'it isn’t a public address'],
      [{ url: 'http://169.254.169.254/', allow_private: '1' }, 'isn’t a public address'],
      [{ events: [] }, 'Choose at least one event'],
      [{ events: ['nonsense'] }, 'Unknown event'],
      [{ events: { a: 'b' } }, 'chat-field__error'],
      [{ description: 'x'.repeat(256) }, 'can be at most 255 characters'],
      [{ include_notes: 'perhaps' }, 'must be on or off'],
    ]
    for (const [changes, reason] of refused) {
      const answer = await send(client, manager, 'post', LIST, { ...FORM, ...changes })
      answer.assertStatus(422)
      assert.include(answer.text(), reason, JSON.stringify(changes))
      if (!('description' in changes)) assert.include(answer.text(), 'value="Data warehouse"')
    }
    const program = await sendJson(client, manager, 'post', LIST, { url: 'x' })
    program.assertStatus(422)
    assert.isArray(program.body().errors)
    assert.lengthOf(await all(world), 0)
  })

  test('what others wrote is shown as text, never as a page', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, receiver, webhook } = await hooked(cleanup, {
      description: '<script>alert(1)</script>',
      events: ['chat.message.sent'],
    })
    const manager = await world.user('manager')
    await world.start(await world.guest({ name: '<img src=x>' }), '<script>alert(2)</script>')
    await soon(() => receiver.received.length === 1)
    const [delivery] = await deliveriesOf(webhook)
    await delivery.merge({ responseText: '<script>alert(3)</script>' }).save()
    const path = `${LIST}/${webhook.externalId}`
    for (const url of [LIST, path, `${path}/edit`, `${path}/deliveries/${delivery.externalId}`]) {
      const page = await client.get(url).loginAs(manager)
      page.assertStatus(200)
      assert.notInclude(page.text(), '<script>alert')
      assert.notInclude(page.text(), '<img src=x>')
      assert.notInclude(page.text(), 'undefined')
    }
  })

  test('the list and the page say how each is doing', async ({ client, assert, cleanup }) => {
    const { world, webhook, path, manager } = await managed(cleanup)
    const shown = async () => {
      const [list, page] = [
        await client.get(LIST).loginAs(manager),
        await client.get(path).loginAs(manager),
      ]
      return list.text() + page.text()
    }
    assert.include(await shown(), 'Paused')
    await webhook.merge({ stoppedBecause: 'gone' }).save()
    assert.include(await shown(), 'the server responded 410 Gone')
    const other = await hooked(cleanup)
    await other.world.chatting()
    await soon(() => other.receiver.received.length === 2)
    const theirs = await client.get(LIST).loginAs(await other.world.user('manager'))
    assert.include(theirs.text(), 'Healthy')
    assert.notInclude(theirs.text(), webhook.externalId)
    await webhook
      .merge({ isActive: true, stoppedBecause: null, failingSince: webhook.createdAt })
      .save()
    assert.include(await shown(), 'Failing since')
    await webhook.merge({ failingSince: null }).save()
    assert.include(await shown(), 'No deliveries yet')
    await world.chat.webhooks.update(webhook, { isActive: false }, null)
  })

  test('the log goes on to older deliveries, and bad places begin anew', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, webhook, path, manager } = await managed(cleanup)
    for (let n = 0; n < 30; n += 1) await world.chat.webhooks.outbox.ping(webhook)
    const rows = (text: string) => text.split('data-label="Response"').length - 1
    const first = await client.get(path).loginAs(manager)
    assert.equal(rows(first.text()), 25)
    const [, cursor] = /\?cursor=([\w-]+)#log/.exec(first.text())!
    const second = await client.get(`${path}?cursor=${cursor}`).loginAs(manager)
    assert.equal(rows(second.text()), 5)
    for (const bad of ['cursor=x', 'cursor[]=1', 'cursor[a]=1', 'cursor=']) {
      const page = await client.get(`${path}?${bad}`).loginAs(manager)
      assert.equal(rows(page.text()), 25, bad)
    }
  })
})
