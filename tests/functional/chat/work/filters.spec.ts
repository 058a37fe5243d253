import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

const ROW = /data-row="([0-9a-f-]{36})"/g
const rowsIn = (html: string) => [...html.matchAll(ROW)].map(([, id]) => id)

/** Conversations that differ in widget, label, agent and priority, and an agent who looks for them. */
async function busy() {
  const world = await ChatWorld.create()
  const user = await world.user()
  const [me, bob] = [await world.agent('Anna', user), await world.agent('Bob Busy')]
  const other = await world.addWidget({ name: 'Blog' })
  const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
  const begin = async (name: string, widget = world.widget) => {
    const guest = await world.guest({ name }, widget)
    const draft = { content: 'Hello', clientMessageId: randomUUID() }
    return (await world.chat.messages.visitor.start(widget, guest.visitor, draft)).conversation
  }
  const of = {
    plain: await begin('Plain'),
    blog: await begin('Blog', other),
    bug: await begin('Bug'),
    bobs: await begin('Bobs'),
    urgent: await begin('Urgent'),
    all: await begin('All', other),
  }
  const { conversations } = world.chat
  const { triage: work } = conversations
  await work.addLabel(of.bug, label, me)
  await conversations.assign(of.bobs, bob, me)
  await work.setPriority(of.urgent, 'urgent', me)
  await work.addLabel(of.all, label, me)
  await work.setPriority(of.all, 'urgent', me)
  await conversations.assign(of.all, bob, me)
  return { world, user, me, bob, other, label, of }
}

const ids = (conversations: Conversation[]) => conversations.map((each) => each.externalId)

test.group('Filters that combine', () => {
  test('by widget, label, agent and priority, alone and together', async ({ client, assert }) => {
    const { user, bob, other, label, of } = await busy()
    const inbox = new InboxClient(client, user)
    const [widget, tag, agent] = [other.externalId, label.externalId, bob.externalId]
    const cases: [string, Conversation[]][] = [
      ['filter=open', [of.all, of.urgent, of.bobs, of.bug, of.blog, of.plain]],
      [`widget=${widget}`, [of.all, of.blog]],
      [`label=${tag}`, [of.all, of.bug]],
      [`agent=${agent}`, [of.all, of.bobs]],
      ['agent=unassigned', [of.urgent, of.bug, of.blog, of.plain]],
      ['agent=me', []],
      ['priority=urgent', [of.all, of.urgent]],
      ['priority=low', []],
      [`label=${tag}&priority=normal`, [of.bug]],
      [`label=${tag}&agent=${agent}&widget=${widget}&priority=urgent`, [of.all]],
      [`filter=active&label=${tag}`, [of.all]],
      [`filter=unassigned&label=${tag}`, [of.bug]],
      [`filter=mine&agent=${agent}`, []],
      [`filter=resolved&label=${tag}`, []],
    ]
    const everything = Object.values(of)
    for (const [query, expected] of cases) {
      const page = await inbox.page(`?${query}`)
      assert.deepEqual(rowsIn(page.text()), ids(expected), query)
      const list = await inbox.ask(`/list?${query}`)
      assert.deepEqual(rowsIn(list.body().html), ids(expected), query)

      const rows = await inbox.ask(`/rows?ids=${ids(everything).join(',')}&${query}`)
      assert.sameMembers(rowsIn(rows.body().html), ids(expected), query)
      const others = everything.filter((each) => !expected.includes(each))
      assert.sameMembers(rows.body().gone, ids(others), query)
    }
  }).timeout(90_000)

  test('under what is unknown or not of this tenant there is nothing', async ({
    client,
    assert,
  }) => {
    const { user } = await busy()
    const theirs = await busy()
    const inbox = new InboxClient(client, user)
    for (const query of [
      `label=${theirs.label.externalId}`,
      `widget=${theirs.other.externalId}`,
      `agent=${theirs.bob.externalId}`,
      `label=${randomUUID()}`,
    ]) {
      const page = await inbox.page(`?${query}`)
      page.assertStatus(200)
      assert.lengthOf(rowsIn(page.text()), 0, query)
      assert.include(page.text(), ': deleted')
    }
  })

  test('nonsense is ignored', async ({ client, assert }) => {
    const { user, of, label } = await busy()
    const inbox = new InboxClient(client, user)
    for (const query of [
      'label=1&widget=x&agent=%00&priority=highest',
      'label[]=a&widget[b]=c&priority[]=low',
    ]) {
      const page = await inbox.page(`?${query}`)
      page.assertStatus(200)
      assert.lengthOf(rowsIn(page.text()), Object.keys(of).length, query)
      assert.notInclude(page.text(), 'chat-chips')
    }
    const mixed = await inbox.page(`?label=${label.externalId}&priority=highest`)
    assert.lengthOf(rowsIn(mixed.text()), 2)
  })

  test('every link keeps the filters of the list, and the tabs count under it', async ({
    client,
    assert,
  }) => {
    const { user, label, of } = await busy()
    const query = `filter=open&label=${label.externalId}`
    const page = await new InboxClient(client, user).page(`?${query}`)
    const html = page.text().replaceAll('&amp;', '&')
    assert.include(html, `href="/chat/${of.bug.externalId}?${query}"`)
    assert.include(html, `href="/chat?filter=mine&label=${label.externalId}"`)
    assert.match(html, /data-count="open">2</)
    assert.match(html, /data-count="unassigned">1</)
    assert.include(html, 'Remove filter Label: Bug')
  })

  test('pages under a label follow each other without a gap or a repeat', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
    const expected: string[] = []
    for (let n = 0; n < 7; n += 1) {
      const { conversation } = await world.chatting()
      if (n % 3 === 2) continue
      await world.chat.conversations.triage.addLabel(conversation, label, agent)
      expected.unshift(conversation.externalId)
    }
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const request = { filter: 'open', agentId: null, conditions: { labelId: label.id } } as const
      const page: any = await world.chat.inbox.list(world.tenantId, {
        ...request,
        cursor,
        limit: 2,
      })
      seen.push(...ids(page.conversations))
      cursor = page.nextCursor
    } while (cursor)
    assert.deepEqual(seen, expected)
  })

  test('a label’s list follows new messages and every change of folder', async ({ assert }) => {
    const { world, me, label, of } = await busy()
    const list = async (filter: 'open' | 'resolved' | 'archived') => {
      const scope = { filter, agentId: me.id, conditions: { labelId: label.id }, limit: 10 }
      return ids((await world.chat.inbox.list(world.tenantId, scope)).conversations)
    }
    await world.reply(of.bug, me, 'Newest')
    assert.deepEqual(await list('open'), ids([of.bug, of.all]))
    await world.chat.conversations.resolve(of.bug, me)
    assert.deepEqual(await list('open'), ids([of.all]))
    assert.deepEqual(await list('resolved'), ids([of.bug]))
    await world.chat.conversations.archive(of.bug, me)
    assert.deepEqual(await list('archived'), ids([of.bug]))
    await world.chat.conversations.reopen(of.bug, me)
    assert.deepEqual(await list('open'), ids([of.bug, of.all]))
  })

  test('rows show their labels', async ({ client, assert }) => {
    const { user, of } = await busy()
    const rows = await new InboxClient(client, user).ask(`/rows?ids=${of.bug.externalId}`)
    assert.match(rows.body().html, /chat-tag__name" dir="auto">Bug</)
  })
})
