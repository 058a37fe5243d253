import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'
import { request } from '#tests/helpers/widget_client'
import { InboxClient } from '#tests/helpers/inbox_client'

test.group('The inbox as pages', () => {
  test('the list shows who wrote what, and whose turn it is', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const me = await world.agent('Anna Agent', user)
    const bob = await world.agent('Bob Busy')
    const { conversation: mine } = await world.chatting({ name: 'Jane Doe' })
    await world.reply(mine, me, 'My answer')
    const { conversation: his } = await world.chatting({ name: 'Mateo' })
    await world.reply(his, bob, 'His answer')
    await world.chatting({ name: 'Yuki' })

    const html = flat((await new InboxClient(client, user).page('')).text())
    assert.match(rowOf(html, mine.externalId), /Jane Doe.*You: <\/span>My answer.*assigned to you/)
    assert.match(rowOf(html, his.externalId), /Bob: <\/span>His answer.*assigned to Bob Busy/)
    assert.notInclude(rowOf(html, his.externalId), 'data-wait')
    assert.match(html, /Yuki.*data-wait.*Hello.*chat-unread">1</)
  })

  test('filters hold what they say, and an unknown one means open', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const me = await world.agent('Anna', user)
    const inbox = new InboxClient(client, user)
    const { conversation: taken } = await world.chatting({ name: 'Taken' })
    await world.chat.conversations.assign(taken, me, me)
    const { conversation: done } = await world.chatting({ name: 'Done' })
    await world.chat.conversations.resolve(done, me)
    const { conversation: away } = await world.chatting({ name: 'Archived' })
    await world.chat.conversations.archive(away, me)
    const { conversation: free } = await world.chatting({ name: 'Free' })

    const expected: [string, string[]][] = [
      ['open', [free.externalId, taken.externalId]],
      ['mine', [taken.externalId]],
      ['unassigned', [free.externalId]],
      ['active', [taken.externalId]],
      ['pending', [free.externalId]],
      ['waiting', []],
      ['resolved', [done.externalId]],
      ['archived', [away.externalId]],
      ['nonsense', [free.externalId, taken.externalId]],
      ['', [free.externalId, taken.externalId]],
    ]
    for (const [filter, ids] of expected) {
      const page = await inbox.page(`?filter=${filter}`)
      assert.deepEqual(rowIds(page.text()), ids, filter)
    }
    const twice = await inbox.page('?filter=mine&filter=open')
    twice.assertStatus(200)
  })

  test('every conversation is on exactly one page', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    for (let n = 0; n < 35; n += 1) await world.chatting({ name: `Visitor ${n}` })
    const first = (await inbox.page('')).text()
    const more = /href="(\/chat\?[^"]*cursor=[^"]*)"/.exec(first)![1].replaceAll('&amp;', '&')
    const second = (await inbox.page(more.replace('/chat', ''))).text()
    assert.lengthOf(rowIds(first), 30)
    assert.lengthOf(new Set([...rowIds(first), ...rowIds(second)]), 35)
    assert.notInclude(second, 'cursor=')
  })

  test('a conversation is a page with its thread, notes and what may be done', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const me = await world.agent('Anna Agent', user)
    const { conversation } = await world.chatting({ name: 'Jane', email: 'jane@claimed.example' })
    await world.reply(conversation, me, 'Public words')
    await world.reply(conversation, me, 'Private words', true)
    const html = flat(
      (await new InboxClient(client, user).page(`/${conversation.externalId}`)).text()
    )

    assert.match(html, /chat-message--visitor[^>]*>.*?Hello/)
    assert.match(html, /chat-message--agent chat-message--own[^>]*>.*?Public words/)
    assert.match(html, /chat-message--note[^>]*>(?:(?!<article).)*Private note.*?Private words/)
    assert.match(html, /chat-message--event[^>]*>(?:(?!<article).)*Anna Agent joined/)
    assert.match(html, /jane@claimed\.example<\/a> <span class="chat-claim [^>]*>Unverified/)
    assert.include(html, `action="/chat/${conversation.externalId}/resolve?filter=open"`)
    assert.notInclude(html, `action="/chat/${conversation.externalId}/reopen`)
    assert.match(html, new RegExp(`href="/chat/${conversation.externalId}[^"]*" aria-current=page`))
  })

  test('"Seen" stands under the reply that the visitor has read', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const { conversation } = await world.chatting()
    const { message } = await world.reply(conversation, await world.agent('Anna', user), 'Read me')
    const inbox = new InboxClient(client, user)
    const seen = async () => {
      const page = await inbox.page(`/${conversation.externalId}`)
      return new RegExp(`data-seq="${message.seq}"[^>]*data-seen`).test(page.text())
    }
    assert.isFalse(await seen())
    await world.chat.messages.reads.byVisitor(await world.stored(conversation), message.seq)
    assert.isTrue(await seen())
  })

  test('times are in the time zone of the browser', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { headers, server } = await AgentBrowser.logIn(await world.user())
    const { conversation } = await world.chatting()
    const timeIn = async (zone: string) => {
      const url = `${server}/chat/${conversation.externalId}/messages`
      const cookies = { Cookie: `${headers.Cookie}; chat_tz=${zone}` }
      const { json } = await request(url, { headers: cookies })
      const [, iso, shown] = /<time datetime="([^"]+)"[^>]*>([\d:]+)</.exec(json.html)!
      return { utc: iso.slice(11, 16), shown }
    }
    const there = await timeIn('Asia/Kathmandu')
    const [hours, minutes] = there.utc.split(':').map(Number)
    const local = (hours * 60 + minutes + 345) % 1440
    const [hour, minute] = [Math.floor(local / 60), local % 60]
    assert.equal(there.shown, `${hour}`.padStart(2, '0') + ':' + `${minute}`.padStart(2, '0'))
    const nonsense = await timeIn('Not/AZone')
    assert.equal(nonsense.shown, nonsense.utc)
  })

  test('an empty inbox says what to do next', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const [owner, employee] = [await world.user('owner'), await world.user('employee')]
    assert.include((await new InboxClient(client, owner).page('')).text(), 'All caught up')

    await world.chat.widgets.remove(world.widget, null)
    const create = 'href="/settings/chat-widgets/setup"'
    assert.include((await new InboxClient(client, owner).page('')).text(), create)
    const withoutRight = (await new InboxClient(client, employee).page('')).text()
    assert.include(withoutRight, 'No widget yet')
    assert.notInclude(withoutRight, create)
  })

  test('an id that is none is a 404', async ({ client }) => {
    const inbox = new InboxClient(client, await (await ChatWorld.create()).user())
    for (const id of ['1', 'x', randomUUID(), '%00', "'--"]) {
      const response = await inbox.page(`/${id}`)
      response.assertStatus(404)
    }
  })

  test('a list takes the same few statements, however many rows it has', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const agents = [await world.agent('Bob'), await world.agent('Eve')]
    const grow = async (rows: number) => {
      for (let n = 0; n < rows; n += 1) {
        const { conversation } = await world.chatting({ name: `Visitor ${n}` })
        await world.reply(conversation, agents[n % 2])
        await world.chat.conversations.assign(conversation, agents[(n + 1) % 2], agents[0])
      }
    }
    await grow(3)
    const few = await fewest(() => inbox.ask('/list'))
    await grow(15)
    assert.equal(await fewest(() => inbox.ask('/list')), few)
  })
})

/** Markup without its line breaks, so that a pattern can go across elements. */
const flat = (html: string) => html.replace(/\s+/g, ' ')

const rowIds = (html: string) => [...html.matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id)

const rowOf = (html: string, id: string) => html.split(`data-row="${id}"`)[1].split('</li>')[0]

async function fewest(work: () => PromiseLike<unknown>) {
  const counts = []
  for (let round = 0; round < 3; round += 1) {
    counts.push((await statementsOf(async () => void (await work()))).length)
  }
  return Math.min(...counts)
}
