import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Message from '#chat/models/message'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, withoutDueWorker } from '#tests/helpers/due_actions'

const inHours = (hours: number) => DateTime.utc().plus({ hours }).toISO()

async function scene() {
  const world = await ChatWorld.create()
  const { conversation, browser } = await world.chatting({ name: 'Jane' })
  const api = await ApiCaller.for(await world.user('employee', 'Anna Agent'))
  const path = `/conversations/${conversation.externalId}/planned-replies`
  const plan = (more: object = {}) =>
    api.post(path, {
      content: 'Good morning',
      client_message_id: randomUUID(),
      due_at: inHours(1),
      ...more,
    })
  return { world, conversation, browser, api, path, plan }
}

test.group('API: replies that are sent later', (group) => {
  group.setup(withoutDueWorker)

  test('are planned once, listed, changed, and sent at their time', async ({ assert }) => {
    const { world, conversation, browser, api, path, plan } = await scene()
    const key = { client_message_id: randomUUID() }
    const [first, again] = [await plan(key), await plan(key)]
    assert.equal(first.status, 201)
    assert.equal(again.json.data.id, first.json.data.id)
    assert.deepInclude(first.json.data, { content: 'Good morning', agent_name: 'Anna Agent' })
    const changed = await api.put(`${path}/${first.json.data.uuid}`, {
      content: 'Good evening',
      due_at: inHours(2),
    })
    assert.equal(changed.json.data.content, 'Good evening')
    const { json } = await api.get(path)
    assert.lengthOf(json.data, 1)
    const seen = await browser.thread(conversation.externalId)
    assert.notInclude(seen.text, 'Good evening')

    await after(world, { minutes: 121 })
    const sent = await Message.query().where({
      conversation_id: conversation.id,
      sender_type: 'agent',
    })
    assert.deepEqual(
      sent.map(({ content }) => content),
      ['Good evening']
    )
    assert.isEmpty((await api.get(path)).json.data)
    assert.equal((await api.delete(`${path}/${first.json.data.id}`)).status, 404)
  })

  test('are changed by their author, and cancelled by any agent', async ({ assert }) => {
    const { world, conversation, path, plan } = await scene()
    const { json } = await plan()
    const mate = await ApiCaller.for(await world.user('employee', 'Bob Busy'))
    const own = `${path}/${json.data.id}`
    const refused = await mate.put(own, { content: 'Mine', due_at: inHours(1) })
    assert.equal(refused.status, 403)
    assert.equal(refused.json.errors[0].code, 'E_CHAT_PLANNED_NOT_YOURS')
    const other = await world.chatting({ name: 'Joe' })
    const elsewhere = `/conversations/${other.conversation.id}/planned-replies/${json.data.id}`
    assert.equal((await mate.delete(elsewhere)).status, 404)
    assert.equal((await mate.delete(own)).status, 204)
    await after(world, { minutes: 61 })
    const sent = await Message.query().where({
      conversation_id: conversation.id,
      sender_type: 'agent',
    })
    assert.isEmpty(sent)
  })

  test('are refused with the field that is wrong', async ({ assert }) => {
    const { world, conversation, plan } = await scene()
    for (const dueAt of [inHours(-1), inHours(24 * 400), 'tomorrow', '2026-13-45T00:00:00Z']) {
      const { status, json } = await plan({ due_at: dueAt })
      assert.equal(status, 422, dueAt!)
      assert.equal(json.errors[0].field, 'due_at')
    }
    assert.equal((await plan({ content: ' ' })).status, 422)
    await world.chat.conversations.close(conversation, await world.agent())
    const ended = await plan()
    assert.equal(ended.status, 409)
    assert.equal(ended.json.errors[0].code, 'E_CHAT_CONVERSATION_ENDED')
  })
})
