import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { holders, offDuty, serving, silentFor } from '#tests/functional/chat/routing/team'

async function world() {
  const made = await ChatWorld.create()
  const billing = await made.chat.routing.departments.create(made.tenantId, 'Billing')
  const anna = await serving(made)
  const guest = await made.chatting()
  await made.chat.routing.pickUp(made.tenantId)
  return { world: made, billing, anna, ...guest }
}

async function waitedFor(minutes: number, { id }: Conversation) {
  const row = await Conversation.findOrFail(id)
  await row.merge({ departmentSince: DateTime.utc().minus({ minutes }) }).save()
}

test.group('A department of which no one is there', () => {
  test('is refused when no agent is in it, and the conversation stays where it is', async ({
    assert,
  }) => {
    const { world: made, billing, anna, conversation } = await world()
    const user = await made.user('manager')
    const api = await ApiCaller.for(user)
    const { status, json } = await api.post(`/conversations/${conversation.externalId}/transfer`, {
      department_id: billing.externalId,
    })
    assert.equal(status, 422)
    assert.equal(json.errors[0].code, 'E_CHAT_DEPARTMENT_EMPTY')
    assert.match(json.errors[0].message, /No agent in Billing/)
    assert.equal((await made.stored(conversation)).agentId, anna.id)

    const browser = await AgentBrowser.logIn(user)
    const page = await browser.get(`/chat/${conversation.externalId}`)
    assert.match(page.text, /disabled[^>]*>Billing · no agents/)
  })

  test('is said before and after, keeps the visitor in the queue, and is left after five minutes', async ({
    assert,
  }) => {
    const { world: made, billing, anna, conversation, browser: visitor } = await world()
    await offDuty(made, 'Bob Billing', { departmentIds: [billing.externalId] })
    const user = await made.user('manager')
    const api = await ApiCaller.for(user)
    const { status, json } = await api.post(`/conversations/${conversation.externalId}/transfer`, {
      department_id: billing.externalId,
    })
    assert.equal(status, 200)
    const said = 'No one from Billing is online: open to everyone after 5 min.'
    assert.equal(json.meta.notice, said)
    const browser = await AgentBrowser.logIn(user)
    const page = await browser.get(`/chat/${conversation.externalId}`)
    assert.include(page.text, 'Billing · 0 of 1 online, open to everyone after 5 min')

    assert.equal(
      (await made.chat.routing.queue.positionOf(await made.stored(conversation)))?.position,
      1
    )
    assert.deepEqual(await holders(made, [conversation]), [null])
    await made.chat.routing.departmentFallback.run()
    assert.deepEqual(await holders(made, [conversation]), [null])

    await waitedFor(5, conversation)
    await made.chat.routing.departmentFallback.run()
    assert.deepEqual(await holders(made, [conversation]), [anna.name])
    const stored = await made.stored(conversation)
    assert.deepEqual([stored.departmentId, stored.departmentSince], [null, null])
    const lines = await Message.query().where('conversation_id', conversation.id)
    const line = lines.find(({ content }) => content.includes('no one from Billing'))
    assert.equal(line?.visibility, 'internal')
    const thread = await visitor.thread(conversation.externalId)
    assert.notInclude(JSON.stringify(thread.json), 'Billing')
  })

  test('keeps what waits for one of it who is there, however full', async ({ assert }) => {
    const { world: made, billing, anna, conversation } = await world()
    const member = { departmentIds: [billing.externalId], maxConcurrentChats: 1 }
    const bob = await serving(made, 'Bob Billing', member)
    await made.reply((await made.chatting()).conversation, bob)
    await made.chat.routing.transfers.toDepartment(conversation, billing, anna)
    await waitedFor(30, conversation)
    await made.chat.routing.departmentFallback.run()
    assert.equal((await made.stored(conversation)).departmentId, billing.id)

    await silentFor(await Agent.findOrFail(bob.id), 600)
    await waitedFor(30, conversation)
    await made.chat.routing.departmentFallback.run()
    assert.deepEqual(await holders(made, [conversation]), [anna.name])
  })

  test('shows on the dashboard only what no agent could ever be given', async ({ assert }) => {
    const { world: made, billing, anna, conversation } = await world()
    const bob = await offDuty(made, 'Bob Billing', { departmentIds: [billing.externalId] })
    await made.chat.routing.transfers.toDepartment(conversation, billing, anna)
    const stranded = async () => (await made.chat.analytics.overview(made.tenantId)).strandedChats
    assert.equal(await stranded(), 0)
    await made.chat.agents.roster.update(bob, { departmentIds: [] })
    assert.equal(await stranded(), 1)
    const browser = await AgentBrowser.logIn(await made.user('manager'))
    assert.match((await browser.get('/chat/dashboard')).text, /Stranded chats/)
    await waitedFor(5, conversation)
    await made.chat.routing.departmentFallback.run()
    assert.equal(await stranded(), 0)
  })
})
