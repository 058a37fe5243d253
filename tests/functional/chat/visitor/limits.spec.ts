import { randomUUID } from 'node:crypto'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { WidgetClient, type WidgetResponse } from '#tests/helpers/widget_client'

const range = (length: number) => Array.from({ length }, (_, index) => index)

/** Runs the calls a few at a time, as browsers behind one address do. */
async function inTurns<T>(calls: (() => Promise<T>)[], width = 20) {
  const answers: T[] = []
  for (let from = 0; from < calls.length; from += width) {
    answers.push(...(await Promise.all(calls.slice(from, from + width).map((call) => call()))))
  }
  return answers
}

function assertSlowedDown(assert: Assert, answer: WidgetResponse | undefined) {
  assert.equal(answer?.status, 429)
  assert.match(answer!.headers.get('content-type')!, /^application\/json/)
  assert.isAbove(Number(answer!.headers.get('retry-after')), 0)
  assert.isString(answer!.json.errors[0].message)
}

test.group('How much may be asked for', () => {
  test('a visitor who floods gets 429, and their repeats store nothing', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const say = () => browser.say(conversation.externalId)
    const answers = await inTurns(range(60).map(() => say))

    assert.lengthOf(
      answers.filter(({ status }) => status === 201),
      world.chat.config.limits.messagesPerVisitor.requests
    )
    assertSlowedDown(
      assert,
      answers.find(({ status }) => status !== 201)
    )
    assert.equal((await browser.thread(conversation.externalId)).status, 200)
  })

  test('one flooder is stopped while a hundred visitors behind the same address chat', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { openConversationsPerAddress } = world.chat.config
    cleanup(() => void Object.assign(world.chat.config, { openConversationsPerAddress }))
    world.chat.config.openConversationsPerAddress = 120
    const flooder = await world.chatting()
    const flood = inTurns(range(80).map(() => () => flooder.browser.start()))

    const stranger = new WidgetClient(world.widget.publicKey)
    const colleagues = range(100).map(() => async () => {
      const { status, json } = await stranger.post('/session')
      if (status !== 201) return status
      const browser = stranger.with({ token: json.visitor_token })
      const said = [await browser.start(), await browser.start()]
      return Math.max(...said.map((answer) => answer.status))
    })

    assert.deepEqual(new Set(await inTurns(colleagues)), new Set([201]))
    assertSlowedDown(assert, (await flood).at(-1))
  }).timeout(60_000)

  test('one address cannot make visitors without end, another one still can', async ({
    assert,
  }) => {
    const { widget, chat } = await ChatWorld.create()
    const stranger = new WidgetClient(widget.publicKey)
    const { requests } = chat.config.limits.sessionsPerIp
    const answers = await inTurns(range(requests + 5).map(() => () => stranger.post('/session')))

    assert.lengthOf(
      answers.filter(({ status }) => status === 201),
      requests
    )
    assertSlowedDown(assert, answers.at(-1))
    const elsewhere = stranger.with({ headers: { 'X-Forwarded-For': '198.51.100.7' } })
    assert.equal((await elsewhere.post('/session')).status, 201)
  }).timeout(60_000)

  test('an address and a widget each have a limit of their own for messages', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { limits } = world.chat.config
    const { messagesPerIp, messagesPerWidget } = { ...limits }
    cleanup(() => void Object.assign(limits, { messagesPerIp, messagesPerWidget }))
    limits.messagesPerIp = { requests: 3, everySeconds: 60 }
    limits.messagesPerWidget = { requests: 5, everySeconds: 60 }

    const from = async (address: string) => {
      const { browser } = await world.guest()
      return browser.with({ headers: { 'X-Forwarded-For': address } }).start('Hi', randomUUID())
    }
    const statuses = []
    for (const last of [1, 1, 1, 1, 2, 2, 3]) {
      statuses.push((await from(`198.51.100.${last}`)).status)
    }
    assert.deepEqual(statuses, [201, 201, 201, 429, 201, 201, 429])
  })

  test('an allowed website can read that its visitor has to wait', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create({ allowedOrigins: ['https://shop.example'] })
    const { limits } = world.chat.config
    const { requestsPerIp } = limits
    cleanup(() => void Object.assign(limits, { requestsPerIp }))
    limits.requestsPerIp = { requests: 1, everySeconds: 60 }

    const from = (origin: string) =>
      new WidgetClient(world.widget.publicKey).with({ headers: { Origin: origin } }).get('/config')
    assert.equal((await from('https://shop.example')).status, 200)
    const refused = await from('https://shop.example')
    assertSlowedDown(assert, refused)
    assert.equal(refused.headers.get('access-control-allow-origin'), 'https://shop.example')
    assert.equal(refused.headers.get('access-control-expose-headers'), 'Retry-After')
  })

  test('every other request of a visitor counts, too', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const { requests } = world.chat.config.limits.requestsPerVisitor
    const look = () => browser.thread(conversation.externalId)
    const answers = await inTurns(range(requests + 1).map(() => look))
    assertSlowedDown(assert, answers.at(-1))
    assert.lengthOf(
      answers.filter(({ status }) => status === 200),
      requests
    )
  })
})
