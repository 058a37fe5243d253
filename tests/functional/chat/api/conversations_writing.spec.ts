import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { apiWorld } from './caller.js'

test.group('API: writing in conversations', () => {
  test('sends a reply once however often it is sent', async ({ assert }) => {
    const { world, agent, api } = await apiWorld()
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
    const { world, api } = await apiWorld()
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

  test('marks as read', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const { conversation } = await world.chatting()
    const path = `/conversations/${conversation.externalId}`
    assert.equal((await api.post(`${path}/read`, { seq: 1 })).status, 204)
    assert.equal((await api.get(path)).json.data.unread_count, 0)
    assert.isTrue((await api.get(`${path}/messages`)).json.data[0].is_read)
  })

  test('does not take a reply over what its author has not seen', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const { conversation, browser } = await world.chatting()
    await browser.say(conversation.externalId, 'One more thing')
    const stale = await api.say(conversation.externalId, 'Hi', { seen_seq: 1 })
    assert.deepEqual([stale.status, stale.json.errors[0].code], [409, 'E_CHAT_STALE'])
    assert.equal((await api.say(conversation.externalId, 'Hi', { seen_seq: 9 })).status, 201)
  })
})
