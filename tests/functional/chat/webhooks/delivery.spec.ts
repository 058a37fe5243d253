import { test } from '@japa/runner'
import { WEBHOOK_EVENTS } from '#chat/services/webhooks/webhook_events'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ApiCaller } from '#tests/helpers/api_caller'
import { schemaAt } from '#tests/helpers/openapi'
import { statementsOf } from '#tests/helpers/statements'
import { deliveriesOf, hook, hooked } from './hooked.js'
import { soon } from '../routing/team.js'
import { Receiver, verifies } from '#tests/helpers/webhook_receiver'

test.group('What a webhook receives', () => {
  test('each message and each change, signed, in their order', async ({ assert, cleanup }) => {
    const { world, receiver, webhook, secret } = await hooked(cleanup)
    const agent = await world.agent()
    const { conversation } = await world.chatting({ name: 'Jane' })
    await world.reply(conversation, agent, 'Hello Jane')
    await soon(() => receiver.received.length === 5)

    assert.deepEqual(receiver.events, [
      'chat.message.sent',
      'chat.conversation.updated',
      'chat.message.sent',
      'chat.message.sent',
      'chat.conversation.updated',
    ])
    const [first, , joined, reply] = receiver.received
    assert.equal(first.json.data.message.content, 'Hello')
    assert.equal(joined.json.data.message.content, 'Anna Agent joined')
    const { message, _timestamp: sentAt, conversation: seen, ...rest } = reply.json.data
    assert.equal(message.content, 'Hello Jane')
    assert.equal(message.sender_name, 'Anna Agent')
    assert.equal(seen.uuid, conversation.externalId)
    assert.isString(sentAt)
    assert.deepEqual(rest, {
      conversation_id: conversation.id,
      agent_name: 'Anna Agent',
      visitor_id: conversation.visitorId,
      widget_id: world.widget.id,
      handler_type: 'agent',
      _tenant_id: world.tenantId,
    })

    for (const each of receiver.received) {
      assert.isTrue(verifies(each, secret))
      assert.sameMembers(Object.keys(each.json), ['id', 'event', 'created_at', 'data'])
      assert.equal(each.headers['x-chat-delivery'], each.json.id)
      assert.equal(each.headers['x-chat-event'], each.json.event)
      assert.equal(each.headers['content-type'], 'application/json')
    }
    assert.isFalse(verifies({ ...first, body: first.body.replace('Hello', 'Hallo') }, secret))
    await soon(async () => (await deliveriesOf(webhook)).every((row) => row.status === 'delivered'))
    for (const delivery of await deliveriesOf(webhook)) {
      assert.equal(delivery.attempts, 1)
      assert.equal(delivery.responseStatus, 204)
      assert.isNull(delivery.dueAt)
      assert.isNull(delivery.error)
    }
  })

  test('nothing that agents keep among themselves, unless it is to be', async ({
    assert,
    cleanup,
  }) => {
    const { world, receiver } = await hooked(cleanup)
    const trusted = await Receiver.start(cleanup)
    await hook(world, trusted.url, cleanup, { includeNotes: true })
    const agent = await world.agent()
    const { conversation } = await world.chatting()
    await world.reply(conversation, agent, 'A secret word', true)
    await world.chat.conversations.triage.setPriority(conversation, 'high', agent)
    await world.reply(conversation, agent, 'The last word')
    const last = (each: Receiver) =>
      each.received.some(({ body }) => body.includes('The last word'))
    await soon(() => last(receiver) && last(trusted))

    const bodies = receiver.received.map(({ body }) => body).join()
    assert.notInclude(bodies, 'secret word')
    assert.notInclude(bodies, 'priority to high')
    assert.notInclude(bodies, '"internal"')
    const toldAll = trusted.received.map(({ body }) => body).join()
    assert.include(toldAll, 'A secret word')
    assert.include(toldAll, 'priority to high')
  })

  test('with a change comes the line that tells of it, or the newest that the visitor may read', async ({
    assert,
    cleanup,
  }) => {
    const { world, receiver } = await hooked(cleanup, { events: ['chat.conversation.updated'] })
    const trusted = await Receiver.start(cleanup)
    await hook(world, trusted.url, cleanup, {
      includeNotes: true,
      events: ['chat.conversation.updated'],
    })
    const agent = await world.agent()
    const { conversation } = await world.chatting()
    await world.chat.conversations.triage.setPriority(conversation, 'high', agent)
    await world.chat.conversations.resolve(conversation, agent)
    await soon(() => receiver.received.length === 3 && trusted.received.length === 3)
    const linesOf = ({ received }: Receiver) =>
      received.map(({ json }) => json.data.message.content as string)
    assert.deepEqual(linesOf(receiver).slice(0, 2), ['Hello', 'Hello'])
    assert.match(linesOf(receiver)[2], /resolved/)
    assert.equal(linesOf(trusted)[0], 'Hello')
    assert.match(linesOf(trusted)[1], /priority to high/)
    assert.match(linesOf(trusted)[2], /resolved/)
  })

  test('things go by the names that the REST API gives them', async ({ assert, cleanup }) => {
    const { world, receiver } = await hooked(cleanup)
    const api = await ApiCaller.for(await world.user())
    const { conversation } = await world.chatting()
    await soon(() => receiver.received.length === 2)
    const { data } = (await api.get(`/conversations/${conversation.id}`)).json
    const [message] = (await api.get(`/conversations/${conversation.id}/messages`)).json.data
    for (const { json } of receiver.received) {
      assert.containsSubset(json.data.conversation, { id: data.id, uuid: data.uuid })
      assert.containsSubset(json.data.message, { id: message.id, uuid: message.uuid })
      assert.notInclude(JSON.stringify(json), 'external_id')
    }
  })

  test('only of the events that it has subscribed to', async ({ assert, cleanup }) => {
    const { world, receiver } = await hooked(cleanup, { events: ['chat.conversation.deleted'] })
    const agent = await world.agent()
    const { conversation } = await world.chatting()
    await world.reply(conversation, agent)
    await world.chat.conversations.removal.remove(conversation, agent)
    await soon(() => receiver.received.length > 0)
    assert.deepEqual(receiver.events, ['chat.conversation.deleted'])
    assert.equal(receiver.received[0].json.data.conversation.uuid, conversation.externalId)
  })

  test('deleting a conversation deletes its deliveries', async ({ assert, cleanup }) => {
    const { world, receiver, webhook } = await hooked(cleanup)
    const agent = await world.agent()
    const { conversation } = await world.chatting()
    await soon(() => receiver.received.length === 2)
    await world.chat.conversations.removal.remove(conversation, agent)
    await soon(() => receiver.received.length === 3)
    const left = await deliveriesOf(webhook)
    assert.deepEqual(
      left.map(({ event }) => event),
      ['chat.conversation.deleted']
    )
    assert.notInclude(left[0].payload, 'Hello')
  })

  test('nothing of another tenant', async ({ assert, cleanup }) => {
    const { world, receiver } = await hooked(cleanup)
    const other = await ChatWorld.create()
    await other.chatting()
    await world.chatting()
    await soon(() => receiver.received.length === 2)
    for (const { json } of receiver.received) assert.equal(json.data._tenant_id, world.tenantId)
  })

  test('nothing that was rolled back', async ({ assert, cleanup }) => {
    const { world, webhook } = await hooked(cleanup)
    const agent = await world.agent()
    const { conversation } = await world.chatting()
    const before = (await deliveriesOf(webhook)).length
    await world.chat.conversations.close(conversation, agent)
    await assert.rejects(() => world.chat.conversations.close(conversation, agent))
    /** The line that it was closed, and the change. */
    assert.lengthOf(await deliveriesOf(webhook), before + 2)
  })
})

/** Checks a body against the document. */
const bodyOf = (event: string) =>
  schemaAt('webhooks', event, 'post', 'requestBody', 'content', 'application/json', 'schema')

test.group('What webhooks send', () => {
  test('is what the OpenAPI document says', async ({ assert, cleanup }) => {
    const { world, receiver, webhook } = await hooked(cleanup, { includeNotes: true })
    const agent = await world.agent()
    const { conversation } = await world.chatting()
    await world.reply(conversation, agent, 'A note', true)
    await world.reply(conversation, agent, 'A reply')
    await soon(() => receiver.received.length === 6)
    await world.chat.webhooks.test(webhook)
    await world.chat.conversations.removal.remove(conversation, agent)
    await soon(() => receiver.received.length === 8)
    for (const { json } of receiver.received) {
      const fits = bodyOf(json.event)
      assert.isTrue(fits(json), JSON.stringify(fits.errors))
      for (const name of Object.keys(json.data)) {
        const data = { ...json.data }
        delete data[name]
        assert.isFalse(fits({ ...json, data }), name)
      }
    }
    const kinds = new Set(receiver.received.map(({ json }) => json.event))
    assert.sameMembers([...kinds], [...WEBHOOK_EVENTS, 'ping'])
  })

  test('may grow: a receiver accepts fields that it does not know', async ({ assert, cleanup }) => {
    const { world, receiver } = await hooked(cleanup)
    await world.chatting()
    await soon(() => receiver.received.length > 0)
    const [{ json }] = receiver.received
    const later = { ...json, region: 'eu', data: { ...json.data, channel: 'email' } }
    later.data.conversation = { ...json.data.conversation, topic: 'Refunds' }
    const fits = bodyOf(json.event)
    assert.isTrue(fits(later), JSON.stringify(fits.errors))
  })
})

test.group('What webhooks cost', () => {
  test('writing takes no statement more where there is none', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const about = async (table: string) => {
      const statements = await statementsOf(() => browser.say(conversation.externalId))
      return statements.filter(({ sql }) => sql.includes(table)).length
    }
    await browser.say(conversation.externalId)
    assert.equal(await about('chat_webhook'), 0)

    const receiver = await Receiver.start(cleanup)
    await hook(world, receiver.url, cleanup)
    await world.chat.webhooks.subscriptions.prepare()
    assert.equal(await about('chat_webhook'), 1)
  })
})
