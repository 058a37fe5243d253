import { randomUUID } from 'node:crypto'
import { DateTime, type DurationLike } from 'luxon'
import emitter from '@adonisjs/core/services/emitter'
import { test } from '@japa/runner'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import DueAction from '#chat/models/due_action'
import Message from '#chat/models/message'
import PlannedReply from '#chat/models/planned_reply'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, withoutDueWorker } from '#tests/helpers/due_actions'

const plan = (
  { chat }: ChatWorld,
  conversation: Conversation,
  agent: Agent,
  { content = 'Good morning', ahead = { hours: 1 } as DurationLike, id = randomUUID() } = {}
) =>
  chat.planned.plan(conversation, agent, {
    content,
    clientMessageId: id,
    dueAt: DateTime.utc().plus(ahead),
  })

/** What agents have said in a conversation. */
async function replies({ id }: Conversation) {
  const messages = await Message.query()
    .where({ conversation_id: id, sender_type: 'agent', type: 'text' })
    .orderBy('seq')
  return messages.map(({ content }) => content)
}

test.group('A reply that is sent later', (group) => {
  group.setup(withoutDueWorker)

  test('is sent when its time has come, once, under its author’s name; not before', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation, browser } = await world.chatting()
    const agent = await world.agent()
    await plan(world, conversation, agent)
    await after(world, { minutes: 59 })
    assert.isEmpty(await replies(conversation))
    const path = `/conversations/${conversation.externalId}/messages`
    assert.notInclude(JSON.stringify((await browser.get(path)).json), 'Good morning')

    await Promise.all([after(world, { minutes: 61 }), after(world, { minutes: 61 })])
    assert.deepEqual(await replies(conversation), ['Good morning'])
    assert.lengthOf(await world.chat.planned.list(conversation), 0)
    assert.include(JSON.stringify((await browser.get(path)).json), 'Good morning')
  })

  test('is one message, though the process dies between message and row', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const agent = await world.agent()
    const { clientMessageId, id } = await plan(world, conversation, agent)
    const draft = { content: 'Good morning', clientMessageId, internal: false }
    await world.chat.messages.agent.post(conversation, agent, draft)
    await after(world, { minutes: 61 })
    assert.deepEqual(await replies(conversation), ['Good morning'])
    assert.isNull(await PlannedReply.find(id))
  })

  test('is changed by its author, cancelled by any agent, planned once when sent twice', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const [agent, other] = [await world.agent(), await world.agent('Otto Other')]
    const id = randomUUID()
    const planned = await plan(world, conversation, agent, { id })
    assert.equal((await plan(world, conversation, agent, { id })).id, planned.id)
    const changes = { content: 'Good evening', dueAt: DateTime.utc().plus({ hours: 5 }) }
    await assert.rejects(
      () => world.chat.planned.update(planned, other, changes),
      /Only Anna Agent/
    )
    await world.chat.planned.update(planned, agent, changes)
    await after(world, { hours: 2 })
    assert.isEmpty(await replies(conversation))
    await after(world, { hours: 6 })
    assert.deepEqual(await replies(conversation), ['Good evening'])
    await assert.rejects(() => world.chat.planned.update(planned, agent, changes))

    await world.chat.planned.withdraw(await plan(world, await world.stored(conversation), other))
    await after(world, { hours: 2 })
    assert.deepEqual(await replies(conversation), ['Good evening'])
  })

  test('is neither changed nor cancelled while it is sent, and free again when that fails', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const agent = await world.agent()
    const planned = await plan(world, conversation, agent)
    const changes = { content: 'Good evening', dueAt: DateTime.utc().plus({ hours: 5 }) }
    const messages = world.chat.messages.agent
    const { post } = messages
    cleanup(() => void (messages.post = post))
    const refused: string[] = []
    messages.post = async (...message) => {
      messages.post = post
      for (const change of [
        () => world.chat.planned.update(planned, agent, changes),
        () => world.chat.planned.withdraw(planned),
      ]) {
        await change().catch(({ code }) => refused.push(code))
      }
      if (refused.length === 2) throw new Error('The database is away')
      return post.apply(messages, message)
    }
    await after(world, { minutes: 61 })
    assert.deepEqual(refused, ['E_CHAT_PLANNED_NOT_FOUND', 'E_CHAT_PLANNED_NOT_FOUND'])
    assert.isEmpty(await replies(conversation))
    await world.chat.planned.update(planned, agent, changes)
    await after(world, { hours: 6 })
    assert.deepEqual(await replies(conversation), ['Good evening'])
  })

  test('is announced to the team each time it is planned, changed, cancelled, sent or kept', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const [agent, other] = [await world.agent(), await world.agent('Otto Other')]
    const uuids: string[] = []
    const off = emitter.on('chat.planned.changed', ({ conversation: { tenantId, externalId } }) => {
      if (tenantId === world.tenantId) uuids.push(externalId)
    })
    cleanup(off)
    const announced = async (times: number) => {
      assert.deepEqual(uuids.splice(0), Array(times).fill(conversation.externalId))
    }
    const id = randomUUID()
    const planned = await plan(world, conversation, agent, { id })
    await announced(1)
    await plan(world, conversation, agent, { id })
    await announced(0)
    const changes = { content: 'Good evening', dueAt: DateTime.utc().plus({ hours: 1 }) }
    await world.chat.planned.update(planned, agent, changes)
    await announced(1)
    await assert.rejects(() => world.chat.planned.update(planned, other, changes))
    await announced(0)
    await world.chat.planned.withdraw(planned)
    await announced(1)
    await plan(world, conversation, agent)
    await after(world, { hours: 2 })
    await announced(2)
    await plan(world, conversation, agent)
    await world.chat.conversations.close(await world.stored(conversation), agent)
    await after(world, { hours: 2 })
    await announced(2)
  })

  test('stays, with the reason, where the conversation had ended', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const agent = await world.agent()
    await plan(world, conversation, agent)
    await world.chat.conversations.close(await world.stored(conversation), agent)
    await after(world, { hours: 2 })
    const [planned] = await world.chat.planned.list(conversation)
    assert.equal(planned.problem, 'ended')
    assert.isEmpty(await replies(conversation))
    await assert.rejects(() => plan(world, conversation, agent))
  })

  test('goes with its conversation, and with an erased visitor', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const first = await world.chatting()
    await plan(world, first.conversation, agent)
    await world.chat.conversations.removal.remove(first.conversation, agent)
    const second = await world.chatting()
    await plan(world, second.conversation, agent)
    await world.chat.erasure.begin(second.visitor, agent)
    assert.lengthOf(await PlannedReply.query().where('tenant_id', world.tenantId), 0)
    await after(world, { hours: 2 })
    const left = await DueAction.query().where({ tenant_id: world.tenantId, kind: 'planned-reply' })
    assert.lengthOf(left, 0)
  })

  test('is planned, shown, changed and cancelled in the inbox; bad times are refused', async ({
    assert,
    client,
  }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const user = await world.user('employee')
    const path = `/chat/${conversation.externalId}`
    const post = (at: string, form: object) =>
      client
        .post(path + at)
        .form(form)
        .withCsrfToken()
        .loginAs(user)
        .redirects(0)
    const draft = { content: 'Good <morning>', client_message_id: randomUUID() }
    for (const until of ['2001-01-01T09:00', 'yesterday', '2999-01-01T09:00', 'at']) {
      await post('/planned', { ...draft, until })
      assert.lengthOf(await world.chat.planned.list(conversation), 0, until)
    }
    ;(await post('/planned', { ...draft, until: 'tomorrow' })).assertStatus(302)
    const [planned] = await world.chat.planned.list(conversation)
    ;(await client.get(path).loginAs(user)).assertTextIncludes('Good &lt;morning&gt;')
    const until = DateTime.utc().plus({ days: 2 }).toFormat("yyyy-MM-dd'T'HH:mm")
    await post(`/planned/${planned.externalId}`, { content: 'Hello', until })
    assert.equal((await planned.refresh()).content, 'Hello')
    const { conversation: other } = await world.chatting()
    const elsewhere = `/chat/${other.externalId}/planned/${planned.externalId}/cancel`
    const refused = await client.post(elsewhere).withCsrfToken().loginAs(user)
    refused.assertStatus(404)
    await post(`/planned/${planned.externalId}/cancel`, {})
    assert.lengthOf(await world.chat.planned.list(conversation), 0)
  })
})
