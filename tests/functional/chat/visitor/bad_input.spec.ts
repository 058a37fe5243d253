import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { request } from '#tests/helpers/widget_client'

const isRefusedOrHarmless = (status: number) => status >= 200 && status < 500

test.group('Bad input', (group) => {
  let world: ChatWorld
  group.setup(async () => {
    world = await ChatWorld.create()
  })

  test('errors name each missing field', async ({ assert }) => {
    const { browser } = await world.guest()
    const { status, json } = await browser.post('/conversations', {
      content: 'x'.repeat(6000),
      email: 'nobody',
    })
    assert.equal(status, 422)
    assert.sameDeepMembers(
      json.errors.map(({ field, rule }: any) => [field, rule]),
      [
        ['content', 'maxLength'],
        ['client_message_id', 'required'],
        ['email', 'email'],
      ]
    )
  })

  test('5,000 characters are stored in any script', async ({ assert }) => {
    const { browser } = await world.guest()
    for (const content of ['x'.repeat(5000), '語'.repeat(5000), '😀'.repeat(2500)]) {
      const { status, json } = await browser.start(content)
      assert.equal(status, 201)
      assert.equal(json.messages.at(-1).content, content)
    }
  })

  test('markup is stored as the text that it is', async ({ assert }) => {
    const { browser } = await world.guest()
    const markup = '<img src=x onerror=alert(1)> & "quotes"'
    const { json } = await browser.start(markup, undefined, { name: markup })
    assert.equal(json.messages[0].content, markup)
    assert.equal(json.messages[0].sender_name, markup)
  })

  test('a place in the thread is a number, whatever an object says of itself', async ({
    assert,
  }) => {
    const { browser, conversation } = await world.chatting()
    for (const seq of [{ toString: 1 }, [{ toString: 1 }], [1], {}]) {
      const path = `/conversations/${conversation.externalId}/read`
      assert.equal((await browser.post(path, { seq })).status, 422, JSON.stringify(seq))
    }
  })

  test('unknown and malformed conversation ids are all not found', async ({ assert }) => {
    const { browser } = await world.chatting()
    const ids = [randomUUID(), '1', 'null', '%00', 'x'.repeat(300), "'--", '%F0%9F%98%80']
    for (const id of ids) {
      assert.equal((await browser.thread(id)).status, 404, id)
      assert.equal((await browser.say(id)).status, 404, id)
    }
  })

  test('addresses that cannot be decoded are refused', async ({ assert }) => {
    const { browser } = await world.guest()
    for (const path of ['/conversations/%E0%A4%A/messages', '/%zz', '/config?a=%E0%A4%A']) {
      const { status } = await browser.get(path)
      assert.isTrue(isRefusedOrHarmless(status), `${path} answered ${status}`)
    }
  })

  test('a page of a thread can only be asked for with whole numbers in range', async ({
    assert,
  }) => {
    const { browser, conversation } = await world.chatting()
    const wrong = ['after=x', 'after=-1', 'after=1.5', 'after[]=1&after[]=2', 'after=99999999999']
    for (const query of [...wrong, 'limit=0', 'limit=101', 'limit=x', 'before[a]=1', 'after=%00']) {
      assert.equal((await browser.thread(conversation.externalId, `?${query}`)).status, 422, query)
    }
  })

  test('compressed bodies are refused when they unpack to nothing or to too much', async ({
    assert,
  }) => {
    const { browser } = await world.guest()
    const bomb = gzipSync(JSON.stringify({ name: 'x'.repeat(5_000_000) }))
    const bodies = [Buffer.from('no gzip'), gzipSync('{}').subarray(0, 15), bomb]
    const statuses = []
    for (const body of bodies) {
      const headers = { ...browser.headers, 'Content-Encoding': 'gzip' }
      const init = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } }
      const { status } = await request(browser.url('/identify'), { ...init, body })
      statuses.push(status)
    }
    assert.deepEqual(statuses, [400, 400, 413])
  })

  test('headers of 8 KB and of strange characters do no harm', async ({ assert }) => {
    const headers = {
      'User-Agent': `Mozilla <script> ${'x'.repeat(8000)}`,
      'Referer': `https://shop.example/${'y'.repeat(4000)}`,
      'X-Country-Code': 'ZZZZZZZZ',
      'X-Forwarded-For': 'not-an-address, 1.2.3.4.5, <b>',
      'Accept-Language': '*;q=x',
    }
    const url = `${process.env.APP_URL}/api/widget/${world.widget.publicKey}/session`
    const { status } = await request(url, { method: 'POST', headers })
    assert.equal(status, 201)
  })

  test('a name of invisible characters is no name', async ({ assert }) => {
    for (const name of ['\u200b\u202e', '\u3164\u2800 \u00ad']) {
      const { browser } = await world.guest()
      const { json } = await browser.post('/identify', { name })
      assert.isNull(json.visitor.name)
      const started = await browser.start('Hello', undefined, { name })
      assert.match(started.json.messages[0].sender_name, /^Visitor /)
    }
    const { browser } = await world.guest()
    const { json } = await browser.post('/identify', { name: '👩‍🚀 Zoë' })
    assert.equal(json.visitor.name, '👩‍🚀 Zoë')
  })
})
