import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import limiter from '@adonisjs/limiter/services/main'
import { ChatWorld } from '#tests/helpers/chat_world'
import { request } from '#tests/helpers/widget_client'

const WRONG_TYPES = [42, 4.2, -1, true, false, [], ['a'], [{}], {}, { a: 1 }, '', null]
const NASTY_TEXTS = [
  'x'.repeat(6000),
  '\0',
  'null\0byte',
  '\ud800',
  'half\udc00',
  '\u202e\u200b',
  '<script>alert(1)</script>',
  `'; drop table users; --`,
  '{{ 7 * 7 }}',
  '__proto__',
  '1e999',
  '😀'.repeat(2000),
]

const WRONG_VALUES = [undefined, ...WRONG_TYPES, ...NASTY_TEXTS]
const WRONG_PAGES = WRONG_VALUES.flatMap((value) => [
  value,
  { url: value, title: value, referrer: value },
  { url: 'https://shop.example/', title: value, referrer: value },
])

/** Every public POST route with a body that it accepts. */
const ROUTES: Record<string, (id: string) => Record<string, unknown>> = {
  '/session': () => ({ page: { url: 'https://shop.example/', title: 'Shop', referrer: '' } }),
  '/identify': () => ({ name: 'Vera', email: 'vera@example.com', phone: '+47 21000000' }),
  '/page-views': () => ({ url: 'https://shop.example/', title: 'Shop' }),
  '/conversations': () => ({
    name: 'Vera',
    email: 'vera@example.com',
    content: 'Hello',
    client_message_id: randomUUID(),
    page: { url: 'https://shop.example/', title: 'Shop' },
  }),
  '/conversations/:id/messages': () => ({ content: 'Hello', client_message_id: randomUUID() }),
  '/conversations/:id/read': () => ({ seq: 1 }),
  '/conversations/:id/typing': () => ({ typing: true }),
}

const isRefusedOrHarmless = (status: number) => status >= 200 && status < 500

test.group('Bad input', (group) => {
  let world: ChatWorld
  group.setup(async () => {
    world = await ChatWorld.create()
  })

  for (const [route, goodBody] of Object.entries(ROUTES)) {
    test(`${route} withstands every wrong value in every field`, async ({ assert }) => {
      for (const field of Object.keys(goodBody(''))) {
        const { browser, conversation } = await world.chatting()
        const path = route.replace(':id', conversation.externalId)
        for (const value of field === 'page' ? WRONG_PAGES : WRONG_VALUES) {
          await limiter.clear()
          const { status, text } = await browser.post(path, {
            ...goodBody(conversation.externalId),
            [field]: value,
          })
          const what = `${route} ${field}=${JSON.stringify(value)?.slice(0, 40)}`
          assert.isTrue(isRefusedOrHarmless(status), `${what} answered ${status}: ${text}`)
          if (status === 422) assertExplained(assert, text, what)
        }
      }
    })

    test(`${route} withstands bodies that are no JSON object`, async ({ assert }) => {
      const { browser, conversation } = await world.chatting()
      const path = route.replace(':id', conversation.externalId)
      const bodies = [
        '',
        '{',
        'null',
        '[]',
        '"text"',
        '17',
        '{"a":',
        '\0',
        '[[[[',
        '{"__proto__":1}',
      ]
      for (const body of bodies) {
        const { status } = await browser.send(path, body, 'application/json')
        assert.isTrue(isRefusedOrHarmless(status), `${route} ${body} answered ${status}`)
      }
      const types = ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'nonsense']
      for (const type of types) {
        const { status } = await browser.send(path, JSON.stringify(goodBody('')), type)
        assert.isTrue(isRefusedOrHarmless(status), `${route} as ${type} answered ${status}`)
      }
    })

    test(`${route} refuses a body over the limit with 413`, async ({ assert }) => {
      const { browser, conversation } = await world.chatting()
      const path = route.replace(':id', conversation.externalId)
      const { status } = await browser.post(path, { content: 'x'.repeat(300_000) })
      assert.equal(status, 413)
    })
  }

  test('what a message lacks is told per field', async ({ assert }) => {
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

  test('5,000 characters are stored whole, whatever script they are in', async ({ assert }) => {
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
})

function assertExplained(assert: Assert, text: string, what: string) {
  const { errors } = JSON.parse(text)
  assert.isNotEmpty(errors, what)
  for (const error of errors) {
    assert.deepEqual(Object.keys(error).sort(), ['field', 'message', 'rule'], what)
  }
}
