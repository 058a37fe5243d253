import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { offDuty } from '#tests/functional/chat/routing/team'
import { ChatWorld } from '#tests/helpers/chat_world'
import { apiWorld } from './caller.js'

test.group('API: actions on conversations', () => {
  test('assigns to oneself, to others by each of their names, and back', async ({ assert }) => {
    const { world, agent, api } = await apiWorld()
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
    const { world, api } = await apiWorld()
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
    const { world, api } = await apiWorld()
    const { conversation } = await world.chatting()
    const path = `/conversations/${conversation.externalId}`
    assert.isString((await api.post(`${path}/archive`)).json.data.archived_at)
    assert.isNull((await api.post(`${path}/unarchive`)).json.data.archived_at)
  })

  test('becomes a lead once, and its visitor a person', async ({ assert }) => {
    const { world, api } = await apiWorld()
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

  test('gets one ticket, beside the lead', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const { conversation } = await world.chatting({ name: 'Jane', email: 'jane@b.example' })
    const path = `/conversations/${conversation.externalId}`
    await api.post(`${path}/convert-to-lead`)
    const ticket = await api.post(`${path}/create-ticket`, { title: 'Refund' })
    assert.equal(ticket.status, 201)
    assert.containsSubset(ticket.json.data, { number: 'T-1001', title: 'Refund' })
    assert.equal((await api.get(path)).json.data.ticket_id, ticket.json.data.id)
    const again = await api.post(`${path}/create-ticket`)
    assert.deepEqual([again.status, again.json.errors[0].code], [409, 'E_CHAT_HAS_TICKET'])
  })

  test('gets no ticket of a CRM without tickets', async ({ assert, cleanup }) => {
    const { world, api } = await apiWorld()
    const { createTicket } = world.chat.host
    cleanup(() => void Object.assign(world.chat.host, { createTicket }))
    world.chat.host.createTicket = undefined
    const { conversation } = await world.chatting({ name: 'Jane' })
    const refused = await api.post(`/conversations/${conversation.externalId}/create-ticket`)
    assert.deepEqual([refused.status, refused.json.errors[0].code], [409, 'E_CHAT_HOST_LACKS'])
    const { ticketId, visitor } = await world.stored(conversation)
    assert.deepEqual([ticketId, visitor.personId], [null, null])
  })

  test('is linked to a person of the CRM only by a decision', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const claims = { name: 'Jane', email: 'jane@b.example', phone: '+47 66 66 66 66' }
    const [first, second, third] = [
      await world.chatting(claims),
      await world.chatting(claims),
      await world.chatting(claims),
    ].map(({ conversation }) => `/conversations/${conversation.externalId}`)
    const known = (await api.post(`${first}/promote-to-person`, { person: 'new' })).json.data

    const undecided = await api.post(`${second}/promote-to-person`)
    assert.deepEqual(
      [undecided.status, undecided.json.errors[0].code],
      [409, 'E_CHAT_PERSON_UNDECIDED']
    )
    assert.equal((await api.post(`${third}/convert-to-lead`)).status, 201)
    for (const path of [second, third]) {
      assert.isNull((await api.get(path)).json.data.visitor.person_id)
    }
    const missing = await api.post(`${second}/promote-to-person`, { person: 999_999 })
    assert.equal(missing.status, 422)
    const refusal = { code: 'E_CHAT_PERSON_NOT_FOUND', field: 'person', rule: 'known' }
    assert.containsSubset(missing.json.errors[0], refusal)
    const linked = await api.post(`${second}/convert-to-lead`, { person: known.id })
    assert.equal(linked.status, 201)
    assert.equal((await api.get(second)).json.data.visitor.person_id, known.id)
    assert.notEqual(
      (await api.post(`${third}/promote-to-person`, { person: 'new' })).json.data.id,
      known.id
    )
  })

  test('cannot promote a visitor without name and email', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const { conversation } = await world.chatting()
    const { status, json } = await api.post(
      `/conversations/${conversation.externalId}/promote-to-person`
    )
    assert.deepEqual([status, json.errors[0].code], [422, 'E_CHAT_NOTHING_TO_PROMOTE'])
  })

  test('gets a priority', async ({ assert }) => {
    const { world, api } = await apiWorld()
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
    const { world, agent, api } = await apiWorld()
    const ben = await world.agent('Ben Agent')
    const sales = await world.chat.routing.departments.create(world.tenantId, 'Sales')
    await offDuty(world, 'Sam Sales', { departmentIds: [sales.externalId] })
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
    const theirs = await other.chat.routing.departments.create(other.tenantId, 'Theirs')
    const away = await api.post(`${path}/transfer`, { department_id: theirs.externalId })
    assert.equal(away.status, 404)
    await api.post(`${path}/close`)
    const late = await api.post(`${path}/transfer`, { agent_id: 'me' })
    assert.deepEqual([late.status, late.json.errors[0].code], [409, 'E_CHAT_CONVERSATION_ENDED'])
  })

  test('is deleted permanently by users with the permission', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const { conversation } = await world.chatting()
    const path = `/conversations/${conversation.externalId}`
    assert.equal((await api.delete(path)).status, 403)
    const manager = await ApiCaller.for(await world.user('manager'))
    assert.equal((await manager.delete(path)).status, 204)
    assert.equal((await api.get(path)).status, 404)
  })
})
