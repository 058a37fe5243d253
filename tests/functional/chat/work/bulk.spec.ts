import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

async function several(count: number) {
  const world = await ChatWorld.create()
  const user = await world.user()
  const conversations: Conversation[] = []
  for (let n = 0; n < count; n += 1) conversations.push((await world.chatting()).conversation)
  return { world, user, conversations, ids: conversations.map((each) => each.externalId) }
}

test.group('Bulk actions', () => {
  test('each conversation has a result: done, already, missing', async ({ client, assert }) => {
    const { world, user, conversations, ids } = await several(4)
    const agent = await world.agent('Anna', user)
    await world.chat.conversations.close(conversations[0], agent)
    await world.chat.conversations.resolve(conversations[1], agent)
    const stranger = randomUUID()
    const answer = await new InboxClient(client, user).send('/bulk/close', {
      ids: [...ids, stranger],
    })
    answer.assertStatus(200)
    assert.deepEqual(answer.body(), {
      summary: '3 conversations closed, 1 was already closed, 1 was not found',
      results: [
        { id: ids[0], outcome: 'already', reason: 'closed' },
        { id: ids[1], outcome: 'done', reason: null },
        { id: ids[2], outcome: 'done', reason: null },
        { id: ids[3], outcome: 'done', reason: null },
        { id: stranger, outcome: 'missing', reason: null },
      ],
    })
    for (const each of conversations) assert.equal((await world.stored(each)).status, 'closed')
  })

  test('ended conversations are refused, the others resolved', async ({ client, assert }) => {
    const { world, user, conversations, ids } = await several(3)
    const agent = await world.agent('Anna', user)
    for (const each of conversations.slice(0, 2)) {
      await world.chat.conversations.close(each, agent)
    }
    const answer = await new InboxClient(client, user).send('/bulk/resolve', { ids })
    assert.equal(answer.body().summary, '1 conversation resolved, 2 were already closed')
    assert.equal((await world.stored(conversations[2])).status, 'resolved')
  })

  test('assign, priority, label and archive, each once and with a line', async ({
    client,
    assert,
  }) => {
    const { world, user, conversations, ids } = await several(2)
    const inbox = new InboxClient(client, user)
    const bob = await world.user('employee', 'Bob Busy')
    const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
    const steps: [string, unknown, string, string][] = [
      ['assign', String(bob.id), '2 conversations assigned', 'assigned this way'],
      ['assign', 'me', '2 conversations assigned', 'assigned this way'],
      ['assign', null, '2 conversations unassigned', 'assigned this way'],
      ['priority', 'high', 'Priority set for 2 conversations', 'at this priority'],
      ['label', label.externalId, '2 conversations labelled', 'labelled'],
      ['archive', undefined, '2 conversations archived', 'archived'],
    ]
    for (const [action, value, done, already] of steps) {
      const first = await inbox.send(`/bulk/${action}`, { ids, value })
      assert.equal(first.body().summary, done, action)
      const again = await inbox.send(`/bulk/${action}`, { ids, value })
      assert.equal(again.body().summary, `2 were already ${already}`, action)
    }
    for (const conversation of conversations) {
      const stored = await world.stored(conversation)
      assert.deepEqual([stored.agentId, stored.priority, stored.folder], [null, 'high', 'archived'])
      assert.lengthOf(await world.chat.conversations.triage.labelsOf(conversation), 1)
      const thread = { limit: 50, visibility: 'all' } as const
      const { messages } = await world.chat.inbox.thread(conversation, thread)
      const lines = messages.map(({ content }) => content)
      assert.include(lines, `${user.fullName} set the priority to high`)
      assert.include(lines, `${user.fullName} added the label Bug`)
      assert.include(lines, `${user.fullName} archived this conversation`)
    }
  })

  test('one that the rules refuse leaves the others alone', async ({ client, assert }) => {
    const { world, user, conversations, ids } = await several(2)
    const agent = await world.agent('Anna', user)
    const { labels } = world.chat
    const { triage: work } = world.chat.conversations
    for (let n = 0; n < 10; n += 1) {
      const full = await labels.create(world.tenantId, { name: `Label ${n}`, color: '#dc2626' })
      await work.addLabel(conversations[0], full, agent)
    }
    const label = await labels.create(world.tenantId, { name: 'One more', color: '#dc2626' })
    const inbox = new InboxClient(client, user)
    const answer = await inbox.send('/bulk/label', { ids, value: label.externalId })
    const reason = 'A conversation can have up to 10 labels'
    assert.equal(answer.body().summary, `1 conversation labelled, 1 not changed: ${reason}`)
    assert.lengthOf(await work.labelsOf(conversations[1]), 1)
  })

  test('a hundred fit into a plain form, which comes back and says what happened', async ({
    client,
    assert,
  }) => {
    const { world, user, ids, conversations } = await several(3)
    const more = Array.from({ length: 97 }, () => randomUUID())
    const form = await new InboxClient(client, user).submit(
      '/bulk/archive?filter=mine&priority=high',
      {
        'ids[]': [...ids, ...more],
      }
    )
    form.assertStatus(302)
    assert.equal(form.header('location'), '/chat?filter=mine&priority=high')
    assert.equal(form.flashMessage('chatNotice'), '3 conversations archived, 97 were not found')
    assert.equal((await world.stored(conversations[0])).folder, 'archived')
  })
})
