import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiAnswer } from '#tests/helpers/api_caller'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'

async function desk() {
  const world = await ChatWorld.create()
  const user = await world.user()
  const agent = await world.agent('Anna Agent', user)
  return { world, user, agent, api: await ApiCaller.for(user) }
}

const idsOf = ({ json }: ApiAnswer) => json.data.map(({ uuid }: { uuid: string }) => uuid)

test.group('API: conversations', () => {
  test('shows a conversation with the names of the data model', async ({ assert }) => {
    const { world, api } = await desk()
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

  test('tells no secret of the visitor', async ({ assert }) => {
    const { world, api } = await desk()
    const { conversation, token, visitor } = await world.chatting()
    const { text } = await api.get(`/conversations/${conversation.externalId}`)
    assert.notInclude(text, token)
    assert.notInclude(text, visitor.tokenHash)
  })

  test('lists page by page, newest activity first', async ({ assert }) => {
    const { world, api } = await desk()
    const made: { externalId: string }[] = []
    while (made.length < 5) made.unshift((await world.chatting()).conversation)
    const listed: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer: ApiAnswer = await api.get(`/conversations?limit=2&cursor=${cursor}`)
      listed.push(...idsOf(answer))
      cursor = answer.json.meta.next_cursor
    }
    assert.deepEqual(
      listed,
      made.map(({ externalId }) => externalId)
    )
  })

  test('narrows as the inbox does', async ({ assert }) => {
    const { world, agent, api } = await desk()
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

  test('reads a thread in either direction', async ({ assert }) => {
    const { world, agent, api } = await desk()
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

  test('sends a reply once however often it is sent', async ({ assert }) => {
    const { world, agent, api } = await desk()
    const { conversation, browser } = await world.chatting()
    const message = { content: 'Good day', client_message_id: randomUUID() }
    const path = `/conversations/${conversation.externalId}/messages`
    const first = await api.post(path, message)
    const again = await api.post(path, message)
    assert.deepEqual([first.status, again.status], [201, 200])
    assert.equal(first.json.data.uuid, again.json.data.uuid)
    assert.containsSubset(first.json.data, {
      sender_type: 'agent',
      sender_id: agent.id,
      sender_name: 'Anna Agent',
      type: 'text',
    })
    const seen = (await browser.thread(conversation.externalId)).json.messages
    assert.lengthOf(
      seen.filter(({ content }: any) => content === 'Good day'),
      1
    )
  })

  test('notes are for agents alone', async ({ assert }) => {
    const { world, api } = await desk()
    const { conversation, browser } = await world.chatting()
    const id = conversation.externalId
    const note = { content: 'secret one', client_message_id: randomUUID() }
    assert.equal((await api.post(`/conversations/${id}/notes`, note)).json.data.type, 'note')
    const internal = await api.say(id, 'secret two', { internal: true })
    assert.equal(internal.json.data.visibility, 'internal')
    const { text } = await api.get(`/conversations/${id}/messages`)
    assert.include(text, 'secret one')
    assert.notInclude(JSON.stringify((await browser.thread(id)).json), 'secret')
  })

  test('assigns to oneself, to others by each of their names, and back', async ({ assert }) => {
    const { world, agent, api } = await desk()
    const user = await world.user('employee', 'Ben Agent')
    const ben = await world.agent('Ben Agent', user)
    const { conversation } = await world.chatting()
    const assign = (body: unknown) =>
      api.post(`/conversations/${conversation.externalId}/assign`, body)
    const bodies: [object, number | null][] = [
      [{ agent_id: 'me' }, agent.id],
      [{ agent_id: ben.id }, ben.id],
      [{ agent_id: agent.externalId }, agent.id],
      [{ user_id: String(user.id) }, ben.id],
      [{ agent_id: null }, null],
      [{ user_id: 'me' }, agent.id],
    ]
    for (const [body, expected] of bodies) {
      const { status, json } = await assign(body)
      assert.equal(status, 200, JSON.stringify(body))
      assert.equal(json.data.agent_id, expected, JSON.stringify(body))
    }
    const other = await ChatWorld.create()
    const stranger = await other.agent()
    const bad = [{}, { agent_id: stranger.id }, { agent_id: stranger.externalId }, { agent_id: 0 }]
    for (const body of [...bad, { agent_id: [] }, { agent_id: 1.5 }, { user_id: 'nobody' }]) {
      assert.equal((await assign(body)).status, 422, JSON.stringify(body))
    }
    assert.equal((await world.stored(conversation)).agentId, agent.id)
  })

  test('moves through its states, and says why it does not', async ({ assert }) => {
    const { world, api } = await desk()
    const { conversation } = await world.chatting()
    const path = `/conversations/${conversation.externalId}`
    const moves: [string, number, string][] = [
      ['resolve', 200, 'resolved'],
      ['resolve', 409, 'E_CHAT_ILLEGAL_MOVE'],
      ['close', 200, 'closed'],
      ['reopen', 200, 'pending'],
      ['reopen', 409, 'E_CHAT_ILLEGAL_MOVE'],
      ['archive', 200, 'pending'],
      ['unarchive', 200, 'pending'],
    ]
    for (const [action, expected, outcome] of moves) {
      const { status, json } = await api.post(`${path}/${action}`)
      assert.equal(status, expected, action)
      assert.equal(status === 200 ? json.data.status : json.errors[0].code, outcome, action)
    }
    await api.post(`${path}/close`)
    const late = await api.say(conversation.externalId, 'too late')
    assert.deepEqual([late.status, late.json.errors[0].code], [409, 'E_CHAT_CONVERSATION_ENDED'])
  })

  test('archives and restores', async ({ assert }) => {
    const { world, api } = await desk()
    const { conversation } = await world.chatting()
    const path = `/conversations/${conversation.externalId}`
    assert.isString((await api.post(`${path}/archive`)).json.data.archived_at)
    assert.isNull((await api.post(`${path}/unarchive`)).json.data.archived_at)
  })

  test('marks as read', async ({ assert }) => {
    const { world, api } = await desk()
    const { conversation } = await world.chatting()
    const path = `/conversations/${conversation.externalId}`
    assert.equal((await api.post(`${path}/read`, { seq: 1 })).status, 204)
    assert.equal((await api.get(path)).json.data.unread_count, 0)
    assert.isTrue((await api.get(`${path}/messages`)).json.data[0].is_read)
  })

  test('becomes a lead once, and its visitor a person', async ({ assert }) => {
    const { world, api } = await desk()
    const { conversation } = await world.chatting({ name: 'Jane', email: 'jane@b.example' })
    const path = `/conversations/${conversation.externalId}`
    const person = await api.post(`${path}/promote-to-person`)
    assert.containsSubset(person.json.data, { name: 'Jane', email: 'jane@b.example' })
    const lead = await api.post(`${path}/convert-to-lead`, { title: 'Big order' })
    assert.equal(lead.status, 201)
    assert.equal(lead.json.data.title, 'Big order')
    const now = (await api.get(path)).json.data
    assert.deepEqual([now.lead_id, now.visitor.person_id], [lead.json.data.id, person.json.data.id])
    const again = await api.post(`${path}/convert-to-lead`)
    assert.deepEqual([again.status, again.json.errors[0].code], [409, 'E_CHAT_ALREADY_CONVERTED'])
  })

  test('cannot promote somebody of whom nothing is known', async ({ assert }) => {
    const { world, api } = await desk()
    const { conversation } = await world.chatting()
    const { status, json } = await api.post(
      `/conversations/${conversation.externalId}/promote-to-person`
    )
    assert.deepEqual([status, json.errors[0].code], [422, 'E_CHAT_NOTHING_TO_PROMOTE'])
  })

  test('narrows by widget, agent, label and priority', async ({ assert }) => {
    const { world, agent, api } = await desk()
    const [a, b] = [(await world.chatting()).conversation, (await world.chatting()).conversation]
    await world.chat.conversations.assign(a, agent, agent)
    await api.put(`/conversations/${a.externalId}/priority`, { priority: 'urgent' })
    const label = await world.chat.labels.create(world.tenantId, { name: 'VIP', color: 'blue' })
    await world.chat.work.addLabel(b, label, agent)
    const empty = await world.addWidget()
    const expected: [string, (typeof a)[]][] = [
      [`widget=${world.widget.externalId}`, [a, b]],
      [`widget=${empty.externalId}`, []],
      ['agent=me', [a]],
      [`agent=${agent.externalId}`, [a]],
      ['agent=nobody', [b]],
      [`label=${label.externalId}`, [b]],
      ['priority=urgent', [a]],
      ['priority=urgent&agent=nobody', []],
    ]
    for (const [query, conversations] of expected) {
      const ids = conversations.map(({ externalId }) => externalId)
      assert.sameMembers(idsOf(await api.get(`/conversations?${query}`)), ids, query)
    }
    const [labelled] = (await api.get(`/conversations?label=${label.externalId}`)).json.data
    assert.equal(labelled.labels[0].name, 'VIP')
  })

  test('gets a priority', async ({ assert }) => {
    const { world, api } = await desk()
    const { conversation } = await world.chatting()
    const path = `/conversations/${conversation.externalId}/priority`
    for (const priority of ['low', 'normal', 'high', 'urgent']) {
      assert.equal((await api.put(path, { priority })).json.data.priority, priority)
    }
    for (const priority of ['extreme', null, 7, ['high']]) {
      assert.equal((await api.put(path, { priority })).status, 422)
    }
    assert.equal((await world.stored(conversation)).priority, 'urgent')
  })

  test('is transferred to an agent and to a department, with a note', async ({ assert }) => {
    const { world, agent, api } = await desk()
    const ben = await world.agent('Ben Agent')
    const sales = await world.chat.departments.create(world.tenantId, 'Sales')
    const { conversation } = await world.chatting()
    await world.chat.conversations.assign(conversation, agent, agent)
    const path = `/conversations/${conversation.externalId}`
    const toBen = await api.post(`${path}/transfer`, { agent_id: ben.externalId, note: 'For you' })
    assert.equal(toBen.json.data.agent_id, ben.id)
    assert.include((await api.get(`${path}/messages`)).text, 'For you')
    const toSales = await api.post(`${path}/transfer`, { department_id: sales.externalId })
    assert.containsSubset(toSales.json.data, {
      agent_id: null,
      department_id: sales.id,
      status: 'pending',
    })
    const other = await ChatWorld.create()
    const theirs = await other.chat.departments.create(other.tenantId, 'Theirs')
    const away = await api.post(`${path}/transfer`, { department_id: theirs.externalId })
    assert.equal(away.status, 404)
    await api.post(`${path}/close`)
    const late = await api.post(`${path}/transfer`, { agent_id: 'me' })
    assert.deepEqual([late.status, late.json.errors[0].code], [409, 'E_CHAT_CONVERSATION_ENDED'])
  })

  test('does not take a reply over what its author has not seen', async ({ assert }) => {
    const { world, api } = await desk()
    const { conversation, browser } = await world.chatting()
    await browser.say(conversation.externalId, 'One more thing')
    const stale = await api.say(conversation.externalId, 'Hi', { seen_seq: 1 })
    assert.deepEqual([stale.status, stale.json.errors[0].code], [409, 'E_CHAT_STALE'])
    assert.equal((await api.say(conversation.externalId, 'Hi', { seen_seq: 9 })).status, 201)
  })

  test('is deleted for good by whoever may', async ({ assert }) => {
    const { world, api } = await desk()
    const { conversation } = await world.chatting()
    const path = `/conversations/${conversation.externalId}`
    assert.equal((await api.delete(path)).status, 403)
    const manager = await ApiCaller.for(await world.user('manager'))
    assert.equal((await manager.delete(path)).status, 204)
    assert.equal((await api.get(path)).status, 404)
  })
})
