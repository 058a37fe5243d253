import { test } from '@japa/runner'
import Message from '#chat/models/message'
import type Conversation from '#chat/models/conversation'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { loads, offDuty } from '../routing/team.js'

/** A conversation of Anna's, and two who look at it, each with a program of their own. */
async function scene() {
  const world = await ChatWorld.create()
  const users = [await world.user('manager', 'Anna'), await world.user('manager', 'Bob')]
  const [anna, bob] = [await world.agent('Anna', users[0]), await world.agent('Bob', users[1])]
  const carol = await world.agent('Carol')
  const { conversation } = await world.chatting({ name: 'Jane' })
  const callers = await Promise.all(users.map((user) => ApiCaller.for(user)))
  const path = `/conversations/${conversation.externalId}`
  /** Both at the same instant; the answer of each, the winner first. */
  const both = async (action: string, bodies: [object, object], method = 'POST') => {
    const answers = await Promise.all(
      callers.map((api, index) => api.call(method, `${path}${action}`, bodies[index]))
    )
    return answers.sort((left, right) => left.status - right.status)
  }
  return { world, users, anna, bob, carol, conversation, path, both, callers }
}

async function events(conversation: Conversation) {
  const lines = await Message.query()
    .where({ conversation_id: conversation.id, type: 'event' })
    .orderBy('seq')
  return lines.map(({ metadata }) => metadata?.event)
}

test.group('Two agents do the same thing at the same instant', () => {
  for (const [action, status] of [
    ['resolve', 'resolved'],
    ['close', 'closed'],
  ] as const) {
    test(`${action}: one succeeds, the other gets an error`, async ({ assert }) => {
      const { world, both, conversation } = await scene()
      const [won, lost] = await both(`/${action}`, [{}, {}])
      assert.deepEqual([won.status, lost.status], [200, 409])
      assert.deepEqual(lost.json.errors, [
        { message: `This conversation is already ${status}`, code: 'E_CHAT_ILLEGAL_MOVE' },
      ])
      assert.deepEqual(await events(conversation), [status])
      assert.equal((await world.stored(conversation)).status, status)
    })
  }

  test('reopen: it is reopened once', async ({ assert }) => {
    const { world, anna, both, conversation } = await scene()
    await world.chat.conversations.resolve(conversation, anna)
    const [won, lost] = await both('/reopen', [{}, {}])
    assert.deepEqual([won.status, lost.status], [200, 409])
    assert.equal(lost.json.errors[0].message, 'This conversation is already open')
    assert.deepEqual(await events(conversation), ['resolved', 'reopened'])
  })

  test('of two agents who take a conversation one gets it, and the other an error with their name', async ({
    assert,
  }) => {
    const { world, both, conversation } = await scene()
    const mine = { agent_id: 'me', seen_agent_id: null }
    const [won, lost] = await both('/assign', [mine, mine])
    assert.deepEqual([won.status, lost.status], [200, 409])
    const { agentName } = await world.stored(conversation)
    assert.equal(won.json.data.agent_name, agentName)
    assert.deepEqual(lost.json.errors, [
      {
        message: `This conversation is now assigned to ${agentName}`,
        code: 'E_CHAT_ASSIGNEE_CHANGED',
      },
    ])
    const { kept, counted } = await loads(world.tenantId)
    assert.deepEqual(kept, counted)
    assert.deepEqual(await events(conversation), ['assigned'])
  })

  test('passing it on to different ones: it goes to one of them', async ({ assert }) => {
    const { world, anna, carol, both, conversation } = await scene()
    await world.chat.conversations.assign(conversation, anna, anna)
    const sales = await world.chat.routing.departments.create(world.tenantId, 'Sales')
    await offDuty(world, 'Seller', { departmentIds: [sales.externalId] })
    const seen = { seen_agent_id: anna.externalId }
    const [won, lost] = await both('/transfer', [
      { ...seen, agent_id: carol.id, note: 'To Carol' },
      { ...seen, department_id: sales.externalId, note: 'To Sales' },
    ])
    assert.deepEqual([won.status, lost.status], [200, 409])
    const stored = await world.stored(conversation)
    const isCarols = stored.agentId === carol.id
    assert.equal(stored.departmentId, isCarols ? null : sales.id)
    const holder = isCarols ? 'assigned to Carol' : 'unassigned'
    assert.equal(lost.json.errors[0].message, `This conversation is now ${holder}`)
    const notes = await Message.query().where({ conversation_id: conversation.id, type: 'note' })
    assert.deepEqual(
      notes.map(({ content }) => content),
      [isCarols ? 'To Carol' : 'To Sales']
    )
  })

  test('the same change by both is made once, without an error', async ({ assert }) => {
    const { world, both, conversation } = await scene()
    const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
    const same: [string, object, string][] = [
      ['/archive', {}, 'POST'],
      ['/unarchive', {}, 'POST'],
      ['/labels', { label: label.externalId }, 'POST'],
      ['/priority', { priority: 'high' }, 'PUT'],
    ]
    for (const [action, body, method] of same) {
      const answers = await both(action, [body, body], method)
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200],
        action
      )
    }
    assert.deepEqual(await events(conversation), ['archived', 'unarchived', 'labelled', 'priority'])
  })

  test('of two priorities the later one holds, and the thread tells of both', async ({
    assert,
  }) => {
    const { world, both, conversation, path, callers } = await scene()
    await both('/priority', [{ priority: 'high' }, { priority: 'urgent' }], 'PUT')
    const lines = await Message.query()
      .where({ conversation_id: conversation.id, type: 'event' })
      .orderBy('seq')
    const { priority } = await world.stored(conversation)
    assert.lengthOf(lines, 2)
    assert.include(lines[1].content, `set the priority to ${priority}`)
    assert.equal((await callers[0].get(path)).json.data.priority, priority)
  })

  test('deletion: one has deleted it, the other finds nothing, whatever they do', async ({
    assert,
  }) => {
    const { world, users, conversation } = await scene()
    const owners = await Promise.all(
      [await world.user('owner'), await world.user('owner')].map((user) => ApiCaller.for(user))
    )
    const path = `/conversations/${conversation.externalId}`
    const answers = await Promise.all(owners.map((api) => api.delete(path)))
    assert.sameMembers(
      answers.map(({ status }) => status),
      [204, 404]
    )
    const agent = await world.agent('Anna', users[0])
    const { conversations, routing } = world.chat
    const { triage: work } = conversations
    const { transfers } = routing
    const acts = [
      () => conversations.assign(conversation, agent, agent),
      () => conversations.resolve(conversation, agent),
      () => conversations.archive(conversation, agent),
      () => work.setPriority(conversation, 'low', agent),
      () => transfers.toAgent(conversation, agent, agent),
      () => world.reply(conversation, agent),
    ]
    for (const act of acts) {
      const code = await act().then(
        () => 'done',
        (error) => error.code
      )
      assert.equal(code, 'E_CHAT_CONVERSATION_NOT_FOUND')
    }
  })
})

test.group('A form of the inbox that was drawn before another agent acted', () => {
  test('does not take the conversation from its new assignee', async ({ client, assert }) => {
    const { world, users, anna, carol, conversation } = await scene()
    const inbox = new InboxClient(client, users[1])
    const path = `/${conversation.externalId}`
    const page = (await inbox.page(path)).text()
    const [, seen] = /name="seen" value="([^"]*)"/.exec(page)!
    assert.equal(seen, '')
    await world.chat.conversations.assign(conversation, anna, anna)

    const script = await inbox.send(`${path}/assign`, { user_id: 'me', seen })
    script.assertStatus(409)
    assert.equal(script.body().errors[0].message, 'This conversation is now assigned to Anna')
    const form = await inbox.submit(`${path}/transfer`, { to: `agent:${carol.userId}`, seen })
    form.assertStatus(302)
    assert.equal(form.flashMessage('chatNotice'), 'This conversation is now assigned to Anna')
    assert.equal((await world.stored(conversation)).agentId, anna.id)

    const [, now] = /name="seen" value="([^"]*)"/.exec((await inbox.page(path)).text())!
    assert.equal(now, anna.externalId)
    const again = await inbox.send(`${path}/assign`, { user_id: 'me', seen: now })
    again.assertStatus(200)
    assert.equal((await world.stored(conversation)).agentName, 'Bob')
  })

  test('refuses what is no agent’s id', async ({ client }) => {
    const { users, conversation } = await scene()
    const inbox = new InboxClient(client, users[1])
    for (const seen of ['x', 7, {}, ['']]) {
      const answer = await inbox.send(`/${conversation.externalId}/assign`, { user_id: 'me', seen })
      answer.assertStatus(422)
    }
  })
})
