import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import type { ApiResponse } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { apiWorld, idsOf } from './caller.js'

test.group('API: reading conversations', () => {
  test('shows a conversation with the names of the data model', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const { conversation, visitor } = await world.chatting({
      name: 'Jane',
      email: 'jane@a.example',
    })
    const { json } = await api.get(`/conversations/${conversation.externalId}`)
    assert.containsSubset(json.data, {
      id: conversation.id,
      uuid: conversation.externalId,
      number: `C${conversation.number}`,
      widget_id: world.widget.id,
      visitor_id: visitor.id,
      agent_id: null,
      status: 'pending',
      priority: 'normal',
      last_message: 'Hello',
      first_response_at: null,
      rating: null,
      unread_count: 1,
      visitor: { id: visitor.id, name: 'Jane', email: 'jane@a.example', ip_address: '192.0.2.1' },
    })
    assert.match(json.data.last_message_at, /Z$/)
  })

  test('lists in the order that is asked for, page by page', async ({ assert }) => {
    const { world, agent, api } = await apiWorld()
    const [low, old, fresh, urgent] = await Promise.all(
      [1, 2, 3, 4].map(async () => (await world.chatting()).conversation)
    )
    await world.chat.conversations.triage.setPriority(low, 'low', agent)
    await world.chat.conversations.triage.setPriority(urgent, 'urgent', agent)
    const moments = { lastMessageAt: DateTime.utc().minus({ hours: 2 }) }
    await (await Conversation.findOrFail(old.id)).merge({ ...moments, waitingSince: null }).save()
    const listed = async (sort: string) => {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const query: string = `sort=${sort}&limit=3${cursor && `&cursor=${cursor}`}`
        const { status, json } = await api.get(`/conversations?${query}`)
        assert.equal(status, 200)
        seen.push(...json.data.map(({ uuid }: { uuid: string }) => uuid))
        cursor = json.meta.next_cursor
      }
      return seen
    }
    const byPriority = [urgent, fresh, old, low].map(({ externalId }) => externalId)
    assert.deepEqual(await listed('priority'), byPriority)
    assert.equal((await listed('waiting')).at(-1), old.externalId)
    assert.equal((await listed('newest')).at(-1), old.externalId)
    assert.equal((await api.get('/conversations?sort=oldest')).status, 422)
  })

  test('contains no secret of the visitor', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const { conversation, token, visitor } = await world.chatting()
    const { text } = await api.get(`/conversations/${conversation.externalId}`)
    assert.notInclude(text, token)
    assert.notInclude(text, visitor.tokenHash)
  })

  test('lists page by page, newest activity first', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const made: { externalId: string }[] = []
    while (made.length < 5) made.unshift((await world.chatting()).conversation)
    const listed: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer: ApiResponse = await api.get(`/conversations?limit=2&cursor=${cursor}`)
      listed.push(...idsOf(answer))
      cursor = answer.json.meta.next_cursor
    }
    assert.deepEqual(
      listed,
      made.map(({ externalId }) => externalId)
    )
  })

  test('filters as the inbox does', async ({ assert }) => {
    const { world, agent, api } = await apiWorld()
    const [mine, pending, closed, archived] = await Promise.all(
      Array.from({ length: 4 }, async () => (await world.chatting()).conversation)
    )
    await world.chat.conversations.assign(mine, agent, agent)
    await world.chat.conversations.close(closed, agent)
    await world.chat.conversations.archive(archived, agent)
    const expected: [string, (typeof mine)[]][] = [
      ['', [mine, pending]],
      ['filter=open', [mine, pending]],
      ['filter=mine', [mine]],
      ['filter=unassigned', [pending]],
      ['filter=active', [mine]],
      ['status=pending', [pending]],
      ['status=closed', [closed]],
      ['filter=archived', [archived]],
    ]
    for (const [query, conversations] of expected) {
      const ids = conversations.map(({ externalId }) => externalId)
      assert.sameMembers(idsOf(await api.get(`/conversations?${query}`)), ids, query)
    }
  })

  test('a filter by an unknown reference is refused, not ignored', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const other = await ChatWorld.create()
    await world.chatting()
    const stranger = await other.agent()
    const queries = [
      ['widget', other.widget.externalId],
      ['label', randomUUID()],
      ['agent', stranger.externalId],
    ]
    for (const [field, id] of queries) {
      const { status, json } = await api.get(`/conversations?${field}=${id}`)
      assert.deepEqual([status, json.errors?.[0].field], [422, field])
    }
  })

  test('reads a thread in either direction', async ({ assert }) => {
    const { world, agent, api } = await apiWorld()
    const { conversation } = await world.chatting()
    for (const text of ['a', 'b', 'c']) await world.reply(conversation, agent, text, true)
    const path = `/conversations/${conversation.externalId}/messages`
    const all = (await api.get(path)).json.data
    assert.deepEqual(
      all.map(({ seq }: any) => seq),
      all.map((_: unknown, index: number) => index + 1)
    )
    assert.containsSubset(all[0], {
      conversation_id: conversation.id,
      sender_type: 'visitor',
      content: 'Hello',
      is_read: false,
      read_at: null,
      visibility: 'public',
    })
    for (const start of ['limit=2', 'limit=2&after=0']) {
      const seqs: number[] = []
      let query: string | null = start
      while (query) {
        const { data, meta }: any = (await api.get(`${path}?${query}`)).json
        seqs.push(...data.map(({ seq }: any) => seq))
        query = meta.next_cursor && `limit=2&cursor=${meta.next_cursor}`
      }
      assert.sameMembers(
        seqs,
        all.map(({ seq }: any) => seq)
      )
    }
    assert.deepEqual((await api.get(`${path}?after=${all.length}`)).json.data, [])
  })

  test('filters by widget, agent, label and priority', async ({ assert }) => {
    const { world, agent, api } = await apiWorld()
    const [a, b] = [(await world.chatting()).conversation, (await world.chatting()).conversation]
    await world.chat.conversations.assign(a, agent, agent)
    await api.put(`/conversations/${a.externalId}/priority`, { priority: 'urgent' })
    const label = await world.chat.labels.create(world.tenantId, { name: 'VIP', color: 'blue' })
    await world.chat.conversations.triage.addLabel(b, label, agent)
    const empty = await world.addWidget()
    const expected: [string, (typeof a)[]][] = [
      [`widget=${world.widget.externalId}`, [a, b]],
      [`widget=${empty.externalId}`, []],
      ['agent=me', [a]],
      [`agent=${agent.externalId}`, [a]],
      ['agent=unassigned', [b]],
      [`label=${label.externalId}`, [b]],
      ['priority=urgent', [a]],
      ['priority=urgent&agent=unassigned', []],
    ]
    for (const [query, conversations] of expected) {
      const ids = conversations.map(({ externalId }) => externalId)
      assert.sameMembers(idsOf(await api.get(`/conversations?${query}`)), ids, query)
    }
    const [labelled] = (await api.get(`/conversations?label=${label.externalId}`)).json.data
    assert.equal(labelled.labels[0].name, 'VIP')
  })
})
