import { randomUUID } from 'node:crypto'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import limiter from '@adonisjs/limiter/services/main'
import { ChatWorld } from '#tests/helpers/chat_world'

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

test.group('Wrong values in every field of every route', (group) => {
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
})

function assertExplained(assert: Assert, text: string, what: string) {
  const { errors } = JSON.parse(text)
  assert.isNotEmpty(errors, what)
  for (const error of errors) {
    assert.deepEqual(Object.keys(error).sort(), ['field', 'message', 'rule'], what)
  }
}
