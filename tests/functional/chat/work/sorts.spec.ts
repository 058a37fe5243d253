import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Conversation, { type Priority } from '#chat/models/conversation'
import type { InboxSort } from '#chat/services/inbox/inbox_order'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'

const ROW = /data-row="([0-9a-f-]{36})"[^>]*data-sort="([-0-9.]+)"/g

/** Twelve conversations in which some visitors wait, some do not, and each third is urgent. */
async function busy() {
  const world = await ChatWorld.create()
  const user = await world.user('manager')
  const me = await world.agent('Anna Agent', user)
  const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
  const start = DateTime.utc().minus({ hours: 1 })
  for (let n = 0; n < 12; n++) {
    const { conversation } = await world.chatting({ name: `Visitor ${n}` })
    await world.chat.conversations.triage.addLabel(conversation, label, me)
    const row = await Conversation.findOrFail(conversation.id)
    row.merge({
      lastMessageAt: start.plus({ minutes: n }),
      waitingSince: n % 2 ? start.minus({ minutes: (n * 7) % 11 }) : null,
      priority: (['normal', 'low', 'urgent'] as Priority[])[n % 3],
    })
    await row.save()
  }
  const all = await Conversation.query().where('tenant_id', world.tenantId)
  return { world, user, me, label, all }
}

const millis = (moment: DateTime | null) => moment?.toMillis() ?? 0
const newest = (a: Conversation, b: Conversation) =>
  millis(b.lastMessageAt) - millis(a.lastMessageAt)

const ORDERS: Record<InboxSort, (a: Conversation, b: Conversation) => number> = {
  newest,
  waiting: (a, b) => {
    if (!a.waitingSince || !b.waitingSince) {
      return Number(!a.waitingSince) - Number(!b.waitingSince) || newest(a, b)
    }
    return millis(a.waitingSince) - millis(b.waitingSince) || -newest(a, b)
  },
  priority: (a, b) => {
    const rank = ({ priority }: Conversation) =>
      ['urgent', 'high', 'normal', 'low'].indexOf(priority)
    return rank(a) - rank(b) || newest(a, b)
  },
}

test.group('A sorted list', () => {
  test('is in its order page by page, under a label as well, and so is what is exported', async ({
    assert,
  }) => {
    const { world, user, label, all } = await busy()
    const browser = await AgentBrowser.logIn(user)
    for (const sort of Object.keys(ORDERS) as InboxSort[]) {
      const expected = [...all].sort(ORDERS[sort]).map(({ number }) => number)
      for (const conditions of [{}, { labelId: label.id }]) {
        for (const filter of ['open', 'all'] as const) {
          const seen: number[] = []
          let cursor: string | null = null
          do {
            const request = { filter, agentId: null, conditions, sort, limit: 5, cursor } as const
            const page: any = await world.chat.inbox.list(world.tenantId, request)
            seen.push(...page.conversations.map(({ number }: Conversation) => number))
            cursor = page.nextCursor
          } while (cursor)
          assert.deepEqual(seen, expected, `${sort} ${filter} ${JSON.stringify(conditions)}`)
        }
      }
      const file = await browser.get(`/chat/export.csv?filter=open&sort=${sort}`)
      const numbers = [...file.text.matchAll(/^"?C(\d+)/gm)].map(([, number]) => Number(number))
      assert.deepEqual(numbers, expected, sort)
    }
  })

  test('says where its rows belong, so that a live row finds its place', async ({ assert }) => {
    const { user, all } = await busy()
    const browser = await AgentBrowser.logIn(user)
    for (const sort of Object.keys(ORDERS) as InboxSort[]) {
      const { text } = await browser.get(`/chat?filter=open&sort=${sort}`)
      const rows = [...text.matchAll(ROW)].map(([, id, keys]) => ({
        id,
        keys: keys.split('.').map(Number),
      }))
      const byKeys = [...rows].sort((a, b) => {
        const at = a.keys.findIndex((key, index) => key !== b.keys[index])
        return at < 0 ? 0 : b.keys[at] - a.keys[at]
      })
      const expected = [...all].sort(ORDERS[sort]).map(({ externalId }) => externalId)
      assert.deepEqual(
        rows.map(({ id }) => id),
        expected,
        sort
      )
      assert.deepEqual(byKeys, rows, sort)
    }
  })

  test('is kept by a view', async ({ assert }) => {
    const { world, user } = await busy()
    const browser = await AgentBrowser.logIn(user)
    await browser.post('/chat/views?filter=open&sort=waiting', { name: 'Longest first' })
    const { text } = await browser.get('/chat')
    assert.match(text, /filter=open&(amp;)?sort=waiting/)
    const agent = await world.agent('Anna Agent', user)
    const [view] = await world.chat.inbox.views.list(agent)
    assert.equal(view.filters.sort, 'waiting')
  })
})
