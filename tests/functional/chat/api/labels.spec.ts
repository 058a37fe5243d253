import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { apiWorld } from './caller.js'

/** A world with an agent's program, one conversation and these labels. */
async function scene(...names: string[]) {
  const at = await apiWorld()
  const { conversation } = await at.world.chatting()
  const labels = await Promise.all(
    names.map((name) => at.world.chat.labels.create(at.world.tenantId, { name, color: '#2563eb' }))
  )
  const path = `/conversations/${conversation.externalId}/labels`
  const ids = labels.map(({ externalId }) => externalId)
  const events = async () => {
    const { data } = (await at.api.get(`/conversations/${conversation.externalId}/messages`)).json
    return data.filter(({ type }: any) => type === 'event').map(({ content }: any) => content)
  }
  return { ...at, conversation, labels, ids, path, events }
}

const namesOf = ({ json }: { json: any }) => json.data.labels.map(({ name }: any) => name)

test.group('API: labels', () => {
  test('come, change, and go', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('manager'))
    const made = await api.post('/labels', { name: ' Bug ', color: '#DC2626' })
    assert.equal(made.status, 201)
    assert.containsSubset(made.json.data, { name: 'Bug', color: '#dc2626' })
    const path = `/labels/${made.json.data.uuid}`
    assert.containsSubset((await api.put(path, { name: 'Fault' })).json.data, {
      name: 'Fault',
      color: '#dc2626',
    })
    assert.equal((await api.put(path, { color: '#16a34a' })).json.data.color, '#16a34a')
    assert.equal((await api.get(path)).json.data.name, 'Fault')
    assert.equal((await api.get('/labels')).json.meta.total, 1)

    const taken = await api.post('/labels', { name: 'FAULT', color: '#000000' })
    assert.deepEqual([taken.status, taken.json.errors[0].code], [422, 'E_CHAT_LABEL_EXISTS'])
    const bad = [{ name: '' }, { name: null }, { name: 'x'.repeat(41) }, { color: 'red' }]
    for (const body of [...bad, { color: 7 }]) {
      assert.equal((await api.put(path, body)).status, 422, JSON.stringify(body))
    }
    assert.equal((await api.delete(path)).status, 204)
    assert.equal((await api.get(path)).status, 404)
  })

  test('are put on a conversation and taken off it, once each', async ({ assert }) => {
    const { api, path, ids, events } = await scene('Bug', 'VIP')
    for (const label of [ids[0], ids[0], ids[1]]) await api.post(path, { label })
    assert.deepEqual(namesOf(await api.delete(`${path}/${ids[0]}`)), ['VIP'])
    const again = await api.delete(`${path}/${ids[0]}`)
    assert.deepEqual([again.status, again.json.errors[0].code], [404, 'E_CHAT_LABEL_NOT_FOUND'])
    assert.deepEqual(await events(), [
      'Anna Agent added the label Bug',
      'Anna Agent added the label VIP',
      'Anna Agent removed the label Bug',
    ])
  })

  test('set as a whole, only those that differ come and go', async ({ assert }) => {
    const { api, path, ids, events } = await scene('Bug', 'Later', 'VIP')
    const set = async (...labels: string[]) => namesOf(await api.put(path, { labels }))
    assert.deepEqual(await set(ids[0], ids[1]), ['Bug', 'Later'])
    assert.deepEqual(await set(ids[2], ids[1]), ['Later', 'VIP'])
    const before = await events()
    assert.deepEqual(await set(ids[1], ids[2]), ['Later', 'VIP'])
    assert.deepEqual(await events(), before)
    assert.deepEqual(before.slice(2), [
      'Anna Agent removed the label Bug',
      'Anna Agent added the label VIP',
    ])
    assert.deepEqual(await set(), [])
  })

  test('unknown ones are refused, and nothing of the set is taken', async ({ assert }) => {
    const { api, path, ids } = await scene('Bug')
    const theirs = await scene('Theirs')
    const [bug] = ids
    const sets = [[bug, randomUUID()], [theirs.ids[0]], ['bug'], [bug, bug], [null], 'bug', null]
    const many = Array.from({ length: 11 }, () => randomUUID())
    for (const labels of [...sets, many]) {
      assert.equal((await api.put(path, { labels })).status, 422, JSON.stringify(labels))
    }
    for (const label of [theirs.ids[0], randomUUID(), 'bug', null, {}]) {
      assert.equal((await api.post(path, { label })).status, 422, JSON.stringify(label))
    }
    const uuid = path.split('/')[2]
    assert.deepEqual(namesOf(await api.get(`/conversations/${uuid}`)), [])
  })

  test('a conversation has ten at most', async ({ assert }) => {
    const { api, path, ids } = await scene(...Array.from({ length: 11 }, (_, n) => `Label ${n}`))
    assert.lengthOf(namesOf(await api.put(path, { labels: ids.slice(0, 10) })), 10)
    const { status, json } = await api.post(path, { label: ids[10] })
    assert.deepEqual([status, json.errors[0].code], [422, 'E_CHAT_TOO_MANY_LABELS'])
    assert.lengthOf(namesOf(await api.put(path, { labels: ids.slice(1) })), 10)
  })

  test('of agents who put them on at the same time, none is lost', async ({ assert }) => {
    const { api, path, ids, conversation, world } = await scene('A', 'B', 'C', 'D')
    await Promise.all(ids.map((label) => api.post(path, { label })))
    const labels = await world.chat.conversations.triage.labelsOf(conversation)
    assert.deepEqual(
      labels.map(({ name }) => name),
      ['A', 'B', 'C', 'D']
    )
  })
})
