import { test } from '@japa/runner'
import type CannedResponse from '#chat/models/canned_response'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { withOnly } from '#tests/helpers/with_only'

const HELLO = {
  shortcut: 'hello',
  title: 'Greeting',
  content: 'Hello {{visitor.name|there}}, {{agent.name}} here about {{conversation.number}}.',
}

const make = (world: ChatWorld, more: Partial<CannedResponse> = {}) =>
  world.chat.cannedResponses.create(world.tenantId, { ...HELLO, ...more }, null)

test.group('Canned responses in the composer', () => {
  test('the list holds the tenant’s own, by shortcut', async ({ client, assert }) => {
    const [world, other] = [await ChatWorld.create(), await ChatWorld.create()]
    await make(world, { shortcut: 'zebra' })
    const hello = await make(world)
    await make(other, { shortcut: 'theirs' })

    const answer = await new InboxClient(client, await world.user()).ask('/canned-responses')
    answer.assertStatus(200)
    assert.deepEqual(
      answer.body().responses.map(({ shortcut }: any) => shortcut),
      ['hello', 'zebra']
    )
    assert.deepEqual(answer.body().responses[0], {
      id: hello.externalId,
      shortcut: 'hello',
      title: 'Greeting',
      preview: HELLO.content,
    })
  })

  test('the chosen one is filled in for the conversation and the agent who asks', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { externalId } = await make(world)
    const inbox = new InboxClient(client, await world.user('employee', 'Bob Busy'))
    const named = (await world.chatting({ name: 'Jane <b>Doe</b>' })).conversation
    const unnamed = (await world.chatting()).conversation

    const first = await inbox.ask(`/${named.externalId}/canned-responses/${externalId}`)
    assert.equal(first.body().content, 'Hello Jane <b>Doe</b>, Bob Busy here about C1001.')
    const second = await inbox.ask(`/${unnamed.externalId}/canned-responses/${externalId}`)
    assert.equal(second.body().content, 'Hello there, Bob Busy here about C1002.')
  })

  test('another tenant’s response or conversation does not exist', async ({ client }) => {
    const [world, other] = [await ChatWorld.create(), await ChatWorld.create()]
    const [ours, theirs] = [await make(world), await make(other)]
    const mine = (await world.chatting()).conversation.externalId
    const foreign = (await other.chatting()).conversation.externalId
    const inbox = new InboxClient(client, await world.user())
    for (const path of [
      `/${mine}/canned-responses/${theirs.externalId}`,
      `/${foreign}/canned-responses/${ours.externalId}`,
      `/${mine}/canned-responses/1`,
    ]) {
      const answer = await inbox.ask(path)
      answer.assertStatus(404)
    }
  })

  test('an agent who may not reply is offered none', async ({ client }) => {
    const world = await ChatWorld.create()
    const { externalId } = await make(world)
    const { conversation } = await world.chatting()
    const user = await world.user()
    const inbox = new InboxClient(client, user)
    await withOnly(world, user, ['view chat', 'manage chat'], async () => {
      const list = await inbox.ask('/canned-responses')
      list.assertStatus(403)
      const one = await inbox.ask(`/${conversation.externalId}/canned-responses/${externalId}`)
      one.assertStatus(403)
    })
  })
})
