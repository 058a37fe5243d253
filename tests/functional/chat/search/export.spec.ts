import { test } from '@japa/runner'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import Conversation from '#chat/models/conversation'
import type User from '#crm/models/user'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'
import { InboxClient } from '#tests/helpers/inbox_client'
import { saying } from './library.js'

const MANY = 3000

/** The cells of a CSV file, without the mark at its beginning. */
function cells(text: string) {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1)
  return lines.map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .map(([, cell]) => cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'))
      .slice(0, -1)
  )
}

/** Rows of an exported list, each by its headings. */
async function exported(inbox: InboxClient, query: string) {
  const answer = await inbox.page(`/export.csv?${query}`)
  answer.assertStatus(200)
  const [headings, ...rows] = cells(answer.text())
  return rows.map((row) => Object.fromEntries(headings.map((name, index) => [name, row[index]])))
}

/** More conversations than fit into what lies between a server and a reader who does not read. */
async function fill(world: ChatWorld) {
  const { conversation } = await world.chatting()
  const [row] = await db.from(Conversation.table).where('id', conversation.id)
  const rows = Array.from({ length: MANY }, (_, index) => ({
    ...row,
    id: undefined,
    external_id: randomUUID(),
    number: 10_000 + index,
    open_key: null,
    feedback: 'x'.repeat(6000),
  })).map(({ id, ...each }) => each)
  for (let from = 0; from < MANY; from += 200) {
    await db.table(Conversation.table).multiInsert(rows.slice(from, from + 200))
  }
}

test.group('The export of a list', () => {
  test('says everything about each conversation', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const inbox = new InboxClient(client, user)
    const agent = await world.agent('Anna Agent', user)
    const conversation = await saying(world, 'Hello', {
      name: '=cmd|"calc"!A1',
      email: 'jane@a.example',
    })
    const { chat, tenantId } = world
    for (const name of ['VIP', 'Late, "very"']) {
      const label = await chat.labels.create(tenantId, { name, color: '#dc2626' })
      await chat.conversations.triage.addLabel(conversation, label, agent)
    }
    await world.reply(conversation, agent)
    await chat.conversations.resolve(await world.stored(conversation), agent)

    const answer = await inbox.page('/export.csv?filter=resolved')
    assert.equal(answer.header('content-type'), 'text/csv; charset=utf-8')
    const today = new Date().toISOString().slice(0, 10)
    assert.equal(
      answer.header('content-disposition'),
      `attachment; filename="conversations-resolved-${today}.csv"`
    )
    const [row] = await exported(inbox, 'filter=resolved')
    assert.containsSubset(row, {
      Number: conversation.displayNumber,
      Status: 'resolved',
      Priority: 'normal',
      Widget: 'Shop',
      Visitor: '\'=cmd|"calc"!A1',
      Email: 'jane@a.example',
      Agent: 'Anna Agent',
      Labels: 'Late, "very", VIP',
      Messages: '2',
      Archived: '',
      Rating: '',
    })
    assert.match(row['Started'], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    assert.match(row['First response (s)'], /^\d+$/)
    assert.match(row['Resolved'], /Z$/)
  })

  test('has exactly the conversations of the list, searches included', async ({
    client,
    assert,
  }) => {
    const [world, other] = [await ChatWorld.create(), await ChatWorld.create()]
    const user = await world.user()
    const inbox = new InboxClient(client, user)
    const agent = await world.agent('Anna', user)
    const [mine, closed] = [await saying(world, 'A needle'), await saying(world, 'A needle')]
    await saying(world, 'Hello')
    await saying(other, 'A needle')
    await world.chat.conversations.assign(mine, agent, agent)
    await world.chat.conversations.close(closed, agent)
    const numbers = async (query: string) =>
      (await exported(inbox, query)).map(({ Number: number }) => number)
    assert.deepEqual(await numbers('filter=mine'), [mine.displayNumber])
    assert.sameMembers(await numbers('q=needle'), [closed.displayNumber, mine.displayNumber])
    assert.deepEqual(await numbers('q=needle&filter=closed'), [closed.displayNumber])
    assert.deepEqual(await numbers('q=nothing'), [])
    assert.lengthOf(await numbers('filter=all'), 3)
    assert.lengthOf(await numbers('q[]=a&filter[]=b'), 2)
    const page = (await inbox.page('?q=needle&filter=closed')).text()
    assert.include(page, 'href="/chat/export.csv?filter=closed&amp;q=needle"')
  })

  test('includes conversations that move to the top of the list meanwhile', async ({ assert }) => {
    const world = await ChatWorld.create()
    await fill(world)
    const { inbox } = world.chat
    const { exports } = inbox
    const scope = { filter: 'open' as const, agentId: null }
    const last = await Conversation.query().where('tenant_id', world.tenantId).orderBy('id').first()
    const pages = inbox.ids(world.tenantId, scope)
    const ids = [...(await pages.next()).value!]
    assert.notInclude(ids, last!.id)
    await world.reply(last!, await world.agent())
    for await (const page of pages) ids.push(...page)
    assert.include(ids, last!.id)
    const numbers = new Set<number>()
    for await (const batch of exports.batches(world.tenantId, scope)) {
      for (const { number } of batch) numbers.add(number)
    }
    assert.equal(numbers.size, MANY + 1)
  }).timeout(30_000)
})

test.group('A long export', (group) => {
  let world: ChatWorld
  let user: User
  let browser: AgentBrowser
  group.setup(async () => {
    world = await ChatWorld.create()
    user = await world.user()
    browser = await AgentBrowser.logIn(user)
    await fill(world)
  })

  /** A reader who has got the beginning, and reads on when they like. */
  async function open(path = '/chat/export.csv?filter=open') {
    const request = get(`${process.env.APP_URL}${path}`, { headers: browser.headers })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    return { request, response }
  }

  test('is made no faster than it is read, and released with its reader', async ({ assert }) => {
    const statements = await statementsOf(async () => {
      const { request, response } = await open()
      assert.equal(response.statusCode, 200)
      response.pause()
      await pause(1500)
      const refused = await open()
      assert.equal(refused.response.statusCode, 429)
      refused.response.resume()
      request.destroy()
      await pause(300)
    })
    const batches = statements.filter(({ sql }) => /_conversations`.`id` in/.test(sql))
    const made = batches.reduce((sum, { bindings }) => sum + bindings.length - 1, 0)
    assert.isBelow(made, MANY / 2)

    const again = await open()
    assert.equal(again.response.statusCode, 200)
    let size = 0
    for await (const chunk of again.response) size += chunk.length
    assert.isAbove(size, MANY * 6000)
    assert.isTrue(again.response.complete)
  }).timeout(30_000)

  test('that fails on the way is no file', async ({ assert }) => {
    const { exports } = world.chat.inbox
    const { batches } = exports
    exports.batches = async function* (...args) {
      yield (await batches.apply(exports, args).next()).value
      throw new Error('The database is gone')
    }
    try {
      const { response } = await open()
      assert.equal(response.statusCode, 200)
      await assert.rejects(async () => {
        for await (const chunk of response) void chunk
      }, /aborted/)
      assert.isFalse(response.complete)
    } finally {
      exports.batches = batches
    }
    const { response } = await open()
    assert.equal(response.statusCode, 200)
    response.destroy()
  }).timeout(30_000)
})
