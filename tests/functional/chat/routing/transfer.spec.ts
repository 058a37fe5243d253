import { test } from '@japa/runner'
import Message from '#chat/models/message'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { loads, offDuty, serving } from './team.js'

async function scene() {
  const world = await ChatWorld.create()
  const user = await world.user('employee', 'Anna')
  const anna = await world.agent('Anna', user)
  const mate = await world.user('employee', 'Bob')
  const { browser, conversation } = await world.chatting()
  await world.chat.conversations.assign(conversation, anna, anna)
  return { world, user, anna, mate, browser, conversation }
}

test.group('Transfer', () => {
  test('agents who hand over to each other at the same moment all succeed', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const pairs = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (nth) => {
        const { conversation } = await world.chatting()
        const [from, to] = nth % 2 ? [anna, bob] : [bob, anna]
        return { conversation: await world.chat.conversations.assign(conversation, from, from), to }
      })
    )
    const handedOver = await Promise.all(
      pairs.map(({ conversation, to }) =>
        world.chat.routing.transfers.toAgent(conversation, to, anna)
      )
    )
    assert.deepEqual(
      handedOver.map(({ agentId }) => agentId),
      pairs.map(({ to }) => to.id)
    )
    assert.containsSubset(await loads(world.tenantId), { kept: [3, 3], counted: [3, 3] })
  })

  test('to a department that is just being removed is refused', async ({ assert }) => {
    const { world, anna, conversation } = await scene()
    const sales = await world.chat.routing.departments.create(world.tenantId, 'Sales')
    await world.chat.routing.departments.remove(
      await world.chat.routing.departments.find(world.tenantId, sales.externalId)
    )
    const transfer = () => world.chat.routing.transfers.toDepartment(conversation, sales, anna)
    await assert.rejects(transfer, 'Department not found')
    const stored = await world.stored(conversation)
    assert.deepEqual([stored.agentId, stored.departmentId], [anna.id, null])
  })

  test('to an agent with a note: an audit line, and nothing of it for the visitor', async ({
    client,
    assert,
  }) => {
    const { world, user, mate, browser, conversation } = await scene()
    const answer = await new InboxClient(client, user).send(
      `/${conversation.externalId}/transfer`,
      {
        to: `agent:${mate.id}`,
        note: 'Wants a refund, be kind',
      }
    )
    answer.assertStatus(200)
    const stored = await world.stored(conversation)
    assert.deepEqual([stored.agentName, stored.status], ['Bob', 'active'])
    const lines = await Message.query().where('conversation_id', conversation.id).orderBy('seq')
    const last = lines.slice(-2).map(({ content, visibility }) => [content, visibility])
    assert.deepEqual(last, [
      ['Anna transferred this conversation to Bob', 'internal'],
      ['Wants a refund, be kind', 'internal'],
    ])
    const { text } = await browser.thread(conversation.externalId)
    assert.notInclude(text, 'refund')
    assert.notInclude(text, 'transferred')
    const { kept, counted } = await loads(world.tenantId)
    assert.deepEqual(kept, counted)
    assert.deepEqual(kept, [0, 1])
  })

  test('to a department it waits for that one; twice is once', async ({ client, assert }) => {
    const { world, user, conversation } = await scene()
    const sales = await world.chat.routing.departments.create(world.tenantId, 'Sales')
    await offDuty(world, 'Sam Sales', { departmentIds: [sales.externalId] })
    const inbox = new InboxClient(client, user)
    const send = () =>
      inbox.send(`/${conversation.externalId}/transfer`, { to: `department:${sales.externalId}` })
    for (const answer of [await send(), await send()]) answer.assertStatus(200)
    const stored = await world.stored(conversation)
    assert.deepEqual(
      [stored.agentId, stored.departmentId, stored.status],
      [null, sales.id, 'pending']
    )
    const lines = await Message.query().where('conversation_id', conversation.id)
    const transfers = lines.filter(({ metadata }) => metadata?.event === 'transferred')
    assert.lengthOf(transfers, 1)
    assert.containsSubset(await loads(world.tenantId), { kept: [0, 0], counted: [0, 0] })
  })

  test('refuses unknown agents, other tenants’ agents and ended conversations', async ({
    client,
    assert,
  }) => {
    const { world, user, anna, mate, conversation } = await scene()
    const elsewhere = await ChatWorld.create()
    const theirs = await elsewhere.chat.routing.departments.create(elsewhere.tenantId, 'Theirs')
    const stranger = await elsewhere.user()
    const inbox = new InboxClient(client, user)
    const refused: [unknown, number][] = [
      [`agent:${stranger.id}`, 422],
      [`department:${theirs.externalId}`, 404],
      ['department:nonsense', 404],
      ['somebody', 422],
      [['agent:1'], 422],
      [undefined, 422],
    ]
    for (const [to, status] of refused) {
      const answer = await inbox.send(`/${conversation.externalId}/transfer`, { to })
      answer.assertStatus(status)
    }
    assert.equal((await world.stored(conversation)).agentId, anna.id)
    await world.chat.conversations.resolve(conversation, anna)
    const late = await inbox.send(`/${conversation.externalId}/transfer`, {
      to: `agent:${mate.id}`,
    })
    late.assertStatus(409)
  })

  test('a transfer may exceed the agent’s maximum, with a notice', async ({ client, assert }) => {
    const { world, user, conversation } = await scene()
    const full = await serving(world, 'Full', { maxConcurrentChats: 1 })
    const other = await world.chatting()
    await world.chat.conversations.assign(other.conversation, full, full)
    const inbox = new InboxClient(client, user)
    const path = `/${conversation.externalId}`
    const answer = await inbox.send(`${path}/assign`, { user_id: full.userId })
    answer.assertStatus(200)
    assert.include(answer.body().notice, 'now has 2 chats (limit: 1)')
    const page = await inbox.page(path)
    assert.notInclude(page.text(), `value="agent:${full.userId}"`)
    await world.chat.conversations.unassign(conversation, full)
    assert.include((await inbox.page(path)).text(), 'Full · Busy, 1 of 1')
    const form = await inbox.submit(`${path}/transfer`, { to: `agent:${full.userId}`, note: '' })
    form.assertStatus(302)
    assert.include(form.flashMessage('chatNotice'), '(limit: 1)')
  })
})
