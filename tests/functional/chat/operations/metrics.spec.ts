import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { DateTime } from 'luxon'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { chatTable } from '#chat/models/chat_model'
import { toSqlUtc } from '#chat/models/columns'
import { ChatService } from '#chat/services/chat_service'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ApiCaller } from '#tests/helpers/api_caller'
import { openStream } from '#tests/helpers/visitor_stream'
import { request, ownServer } from '#tests/helpers/widget_client'

const valueOf = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')
      .at(-1)
  )

const TOKEN = 'the-token-of-the-installation'

/** What the monitoring of the installation reads. */
async function ofAll(cleanup: TestContext['cleanup']) {
  const { config } = await app.container.make(ChatService)
  config.metricsToken = TOKEN
  cleanup(() => void (config.metricsToken = undefined))
  const headers = { Authorization: `Bearer ${TOKEN}` }
  return (await request(`${ownServer()}/p/chat/metrics`, { headers })).text
}

test.group('Metrics', () => {
  test('count streams, messages and the time that they take', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const browser = await AgentBrowser.logIn(await world.user('manager'))
    const { browser: visitor, conversation } = await world.chatting()
    const before = (await browser.get('/chat/metrics')).text
    const stream = await openStream(visitor)
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    await visitor.say(conversation.externalId, 'Hello')
    await stream.frame('chat.message.sent')

    const { text, headers } = await browser.get('/chat/metrics')
    assert.equal(headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8')
    const grown = (name: string) => valueOf(text, name) - (valueOf(before, name) || 0)
    assert.equal(grown('chat_streams{of="visitors"}'), 1)
    assert.isAtLeast(grown('chat_messages_total{sender="visitor"}'), 1)
    assert.isAtLeast(grown('chat_delivery_seconds_count'), 1)
    assert.isBelow(grown('chat_delivery_seconds_sum'), 1)
    for (const line of text.trim().split('\n')) {
      assert.match(line, /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"\})? [\d.e+-]+)$/)
    }
  })

  test('say what is due, and by how long it is late', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const browser = await AgentBrowser.logIn(await world.user('manager'))
    const row = {
      key: `late/${world.tenantId}`,
      token: world.tenantId,
      tenant_id: world.tenantId,
      kind: 'unknown here',
      payload: '{}',
      attempts: 0,
      due_at: toSqlUtc(DateTime.utc().minus({ minutes: 5 })),
      created_at: toSqlUtc(DateTime.utc()),
    }
    await db.table(chatTable('due_actions')).insert(row)
    cleanup(() => db.from(chatTable('due_actions')).where('key', row.key).delete() as never)
    const { text } = await browser.get('/chat/metrics')
    assert.isAtLeast(valueOf(text, 'chat_due_rows{queue="due_actions"}'), 1)
    assert.isAtLeast(valueOf(text, 'chat_worker_lag_seconds{queue="due_actions"}'), 299)
    assert.isBelow(valueOf(text, 'chat_worker_lag_seconds{queue="webhooks"}'), 60)

    const elsewhere = await AgentBrowser.logIn(await (await ChatWorld.create()).user('manager'))
    const other = (await elsewhere.get('/chat/metrics')).text
    assert.equal(valueOf(other, 'chat_due_rows{queue="due_actions"}'), 0)
    assert.isAtLeast(valueOf(await ofAll(cleanup), 'chat_due_rows{queue="due_actions"}'), 1)
  })

  test("are a tenant's for its users, and those of all tenants for the token of the installation", async ({
    assert,
    cleanup,
  }) => {
    const [world, other] = [await ChatWorld.create(), await ChatWorld.create()]
    const browser = await AgentBrowser.logIn(await world.user('manager'))
    const { browser: visitor, conversation } = await other.chatting()
    const before = await ofAll(cleanup)
    const [stream, agents] = [
      await openStream(visitor),
      await (await AgentBrowser.logIn(await other.user())).stream(),
    ]
    cleanup(() => [stream, agents].forEach((each) => each.close()))
    await Promise.all([stream, agents].map((each) => each.frame('chat.ready')))
    await visitor.say(conversation.externalId, 'Hello')
    await stream.frame('chat.message.sent')

    const own = (await browser.get('/chat/metrics')).text
    const all = await ofAll(cleanup)
    for (const name of [
      'chat_streams{of="visitors"}',
      'chat_streams{of="agents"}',
      'chat_messages_total{sender="visitor"}',
      'chat_delivery_seconds_count',
    ]) {
      assert.oneOf(valueOf(own, name) || 0, [0], name)
      assert.isAtLeast(valueOf(all, name), (valueOf(before, name) || 0) + 1, name)
    }
  })

  test('of all tenants are for no other token, and for none when none is set', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { headers } = await ApiCaller.for(await world.user('owner'))
    const statusFor = async (sent: Record<string, string>) =>
      (await request(`${ownServer()}/p/chat/metrics`, { headers: sent })).status
    assert.equal(await statusFor({ Authorization: 'Bearer undefined' }), 401)
    await ofAll(cleanup)
    for (const sent of [{}, headers, { Authorization: 'Bearer ' }, { Authorization: TOKEN }]) {
      assert.equal(await statusFor(sent), 401)
    }
  })

  test('are for people who may manage the chat, and for programs with a token of theirs', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const employee = await AgentBrowser.logIn(await world.user('employee'))
    assert.equal((await employee.get('/chat/metrics')).status, 403)
    // The tenant of those who are not logged in has no chat here
    assert.include([401, 404], (await request(`${ownServer()}/chat/metrics`)).status)
    const { headers } = await ApiCaller.for(await world.user('manager'))
    const { status, text } = await request(`${ownServer()}/chat/metrics`, { headers })
    assert.equal(status, 200)
    assert.include(text, '# TYPE chat_delivery_seconds histogram')
  })
})
