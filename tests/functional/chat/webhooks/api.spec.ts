import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { MAX_WEBHOOKS } from '#chat/services/webhooks/webhooks'

const ADDRESS = 'https://hooks.example/in'
const events = ['chat.message.sent']

async function admin(world: ChatWorld) {
  return ApiCaller.for(await world.user('admin'))
}

/** Invalid webhooks, each with the field that is refused. */
const REFUSED: [field: string, body: unknown][] = [
  ['url', {}],
  ['url', { url: 7, events }],
  ['url', { url: ['https://a.example'], events }],
  ['url', { url: '', events }],
  ['url', { url: 'hooks.example', events }],
  ['url', { url: 'ftp://hooks.example', events }],
  ['url', { url: 'javascript:alert(1)', events }],
  ['url', { url: 'file:///etc/passwd', events }],
  ['url', { url: 'https://user:secret@hooks.example', events }],
  ['url', { url: 'https://', events }],
  ['url', { url: `https://hooks.example/${'x'.repeat(2048)}`, events }],
  ['events', { url: ADDRESS }],
  ['events', { url: ADDRESS, events: [] }],
  ['events', { url: ADDRESS, events: 'chat.message.sent' }],
  ['events.0', { url: ADDRESS, events: ['chat.everything'] }],
  ['events.0', { url: ADDRESS, events: [{}] }],
  ['events', { url: ADDRESS, events: ['chat.message.sent', 'chat.message.sent'] }],
  ['include_notes', { url: ADDRESS, events, include_notes: 'yes' }],
  ['include_notes', { url: ADDRESS, events, include_notes: null }],
  ['allow_private', { url: ADDRESS, events, allow_private: 1 }],
  ['is_active', { url: ADDRESS, events, is_active: {} }],
  ['description', { url: ADDRESS, events, description: 'x'.repeat(256) }],
  ['description', { url: ADDRESS, events, description: [] }],
]

test.group('API: webhooks', () => {
  test('one is made with a secret that is never shown again', async ({ assert }) => {
    const api = await admin(await ChatWorld.create())
    const body = { url: 'https://hooks.example/in#part', events, description: 'Warehouse' }
    const { status, json } = await api.post('/webhooks', { ...body, is_active: false })
    assert.equal(status, 201)
    const { webhook, secret } = json.data
    assert.match(secret, /^whsec_[\w-]{43}$/)
    assert.equal(webhook.url, ADDRESS)
    assert.deepEqual(webhook.events, events)
    assert.isFalse(webhook.include_notes)
    assert.isFalse(webhook.allow_private)
    assert.equal(webhook.secret_hint, secret.slice(-4))

    const place = `/webhooks/${webhook.uuid}`
    const rotated = (await api.post(`${place}/rotate-secret`)).json.data
    assert.notEqual(rotated.secret, secret)
    assert.equal(rotated.webhook.secret_hint, rotated.secret.slice(-4))
    for (const path of ['/webhooks', place, `${place}/deliveries`]) {
      const { text } = await api.get(path)
      assert.notInclude(text, secret)
      assert.notInclude(text, rotated.secret)
    }
  })

  test('a change says what is to change, and leaves the rest', async ({ assert }) => {
    const api = await admin(await ChatWorld.create())
    const made = await api.post('/webhooks', {
      url: ADDRESS,
      events,
      description: 'Old',
      is_active: false,
    })
    const place = `/webhooks/${made.json.data.webhook.uuid}`
    const { json } = await api.put(place, { include_notes: true, description: null })
    assert.isTrue(json.data.include_notes)
    assert.isNull(json.data.description)
    assert.equal(json.data.url, ADDRESS)
    assert.equal((await api.delete(place)).status, 204)
    assert.equal((await api.get(place)).status, 404)
  })

  test('what cannot be one is refused by its field, made or changed', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await admin(world)
    const made = await api.post('/webhooks', { url: ADDRESS, events, is_active: false })
    const place = `/webhooks/${made.json.data.webhook.uuid}`
    for (const [field, body] of REFUSED) {
      const { status, json } = await api.post('/webhooks', body)
      const said = JSON.stringify(body).slice(0, 100)
      assert.equal(status, 422, said)
      assert.include(
        json.errors.map((error: { field: string }) => error.field),
        field,
        said
      )
      if (field in (body as object)) assert.equal((await api.put(place, body)).status, 422, said)
    }
    assert.lengthOf(await world.chat.webhooks.list(world.tenantId), 1)
  })

  test('an address inside is refused unless it is allowed; some always', async ({ assert }) => {
    const api = await admin(await ChatWorld.create())
    const inactive = { events, is_active: false }
    for (const url of [
      'http://127.0.0.1/',
      'http://0x7f.1/',
      'http://[::1]/',
      'http://10.1.2.3/',
    ]) {
      const refused = await api.post('/webhooks', { ...inactive, url })
      assert.equal(refused.json.errors[0].code, 'E_CHAT_ADDRESS_NOT_ALLOWED', url)
      const allowed = await api.post('/webhooks', { ...inactive, url, allow_private: true })
      assert.equal(allowed.status, 201, url)
    }
    for (const url of ['http://169.254.169.254/', 'http://[::ffff:127.0.0.1]/', 'http://0/']) {
      const refused = await api.post('/webhooks', { ...inactive, url, allow_private: true })
      assert.equal(refused.json.errors[0].code, 'E_CHAT_ADDRESS_NOT_ALLOWED', url)
    }
  })

  test('there can be so many and no more', async ({ assert }) => {
    const api = await admin(await ChatWorld.create())
    for (let n = 0; n < MAX_WEBHOOKS; n += 1) {
      await api.post('/webhooks', { url: ADDRESS, events, is_active: false })
    }
    const { status, json } = await api.post('/webhooks', { url: ADDRESS, events, is_active: false })
    assert.equal(status, 422)
    assert.equal(json.errors[0].code, 'E_CHAT_TOO_MANY_WEBHOOKS')
  })
})
