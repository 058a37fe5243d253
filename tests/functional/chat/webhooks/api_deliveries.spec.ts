import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import type { ChatWorld } from '#tests/helpers/chat_world'
import { hooked } from './hooked.js'
import { soon } from '../routing/team.js'

async function admin(world: ChatWorld) {
  return ApiCaller.for(await world.user('admin'))
}

test.group('API: deliveries', () => {
  test('are listed newest first, page by page', async ({ assert, cleanup }) => {
    const { world, webhook, receiver } = await hooked(cleanup, { events: ['chat.message.sent'] })
    const api = await admin(world)
    for (let n = 0; n < 5; n += 1) await world.chatting()
    await soon(() => receiver.received.length === 5)
    const place = `/webhooks/${webhook.externalId}/deliveries`
    const all = (await api.get(place)).json.data
    assert.lengthOf(all, 5)

    const seen = []
    let cursor = ''
    do {
      const { json } = await api.get(`${place}?limit=2&cursor=${cursor}`)
      seen.push(...json.data)
      cursor = json.meta.next_cursor
    } while (cursor)
    assert.deepEqual(seen, all)
    const sent = new Set(receiver.received.map(({ json }) => json.id))
    for (const { uuid, payload } of all) {
      assert.isTrue(sent.has(uuid))
      assert.equal(payload.id, uuid)
    }
    for (const query of ['limit=0', 'limit=x', 'cursor=x']) {
      assert.equal((await api.get(`${place}?${query}`)).status, 422, query)
    }
  })

  test('a test is one of them, and any can be sent again', async ({ assert, cleanup }) => {
    const { world, webhook, receiver } = await hooked(cleanup)
    const api = await admin(world)
    const place = `/webhooks/${webhook.externalId}`
    receiver.says(500)
    const { status, json } = await api.post(`${place}/test`)
    assert.equal(status, 202)
    assert.equal(json.data.event, 'ping')
    const delivery = `${place}/deliveries/${json.data.uuid}`
    await soon(async () => (await api.get(delivery)).json.data.error === 'status')
    const failed = (await api.get(delivery)).json.data
    assert.equal(failed.status, 'pending')
    assert.equal(failed.response_status, 500)
    assert.isString(failed.next_attempt_at)
    assert.include(failed.error_message, 'responded with an error')

    receiver.says(200)
    assert.equal((await api.post(`${delivery}/redeliver`)).status, 202)
    await soon(async () => (await api.get(delivery)).json.data.status === 'delivered')
    assert.lengthOf(receiver.received, 2)

    await api.put(place, { is_active: false })
    for (const path of [`${place}/test`, `${delivery}/redeliver`]) {
      assert.equal((await api.post(path)).json.errors[0].code, 'E_CHAT_WEBHOOK_PAUSED')
    }
  })

  test('of another webhook, or another tenant, do not exist', async ({ assert, cleanup }) => {
    const { world, webhook } = await hooked(cleanup)
    const other = await hooked(cleanup)
    const delivery = await other.world.chat.webhooks.test(other.webhook)
    const api = await admin(world)
    const strange = [
      `/webhooks/${webhook.externalId}/deliveries/${delivery.externalId}`,
      `/webhooks/${other.webhook.externalId}/deliveries/${delivery.externalId}`,
      `/webhooks/${webhook.externalId}/deliveries/${randomUUID()}`,
    ]
    for (const path of strange) {
      assert.equal((await api.get(path)).status, 404)
      assert.equal((await api.post(`${path}/redeliver`)).status, 404)
    }
    assert.notInclude((await api.get('/webhooks')).text, other.webhook.externalId)
  })

  test('are hidden from users who may not manage the chat', async ({ assert, cleanup }) => {
    const { world, webhook } = await hooked(cleanup)
    const api = await ApiCaller.for(await world.user('employee'))
    for (const path of ['/webhooks', `/webhooks/${webhook.externalId}/deliveries`]) {
      assert.equal((await api.get(path)).status, 403)
    }
  })
})
