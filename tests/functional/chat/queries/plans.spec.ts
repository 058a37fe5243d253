import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { INBOX_FILTERS, type InboxFilter } from '#chat/services/inbox/inbox_scope'
import { ChatWorld } from '#tests/helpers/chat_world'
import { analyse, planOf, textOf } from '#tests/helpers/plans/plan_of'
import type { PlanStep } from '#tests/helpers/plans/plan_step'
import { statementsOf } from '#tests/helpers/statements'

/** With fewer, MariaDB rather sorts the three hundred of a folder than reading them in order. */
const CONVERSATIONS = 6000

/** Steps that read a whole table, or sort what an index could have given in order. */
const costly = (steps: PlanStep[]) => steps.filter(({ readsAll, sorts }) => readsAll || sorts)

/** The index that holds exactly the rows of a filter, in order. */
function indexOf(filter: InboxFilter) {
  const isPostgres = db.connection().dialect.name === 'postgres'
  if (filter === 'unassigned' && isPostgres) return 'chat_conversations_unassigned_index'
  if (filter === 'mine' || filter === 'unassigned') return 'chat_conversations_agent_index'
  const isWholeFolder = ['open', 'snoozed', 'archived', 'all'].includes(filter)
  return `chat_conversations_${isWholeFolder ? 'folder' : 'status'}_index`
}

/** What a conversation that is out of sight is in, and what it is besides. */
const STATUSES: Record<string, string> = { archived: 'closed', snoozed: 'active' }
const FOLDERS: Record<string, string> = { archived: 'archived', snoozed: 'snoozed' }

/** Copies one visitor with their conversation often enough for the database to choose with care. */
async function fill(world: ChatWorld) {
  const agent = await world.agent()
  const { visitor, conversation } = await world.chatting()
  const [visitorRow] = await db.from(Visitor.table).where('id', visitor.id)
  const [row] = await db.from(Conversation.table).where('id', conversation.id)
  const states = ['pending', 'active', 'waiting', 'resolved', 'closed', 'archived', 'snoozed']

  const visitors = range(CONVERSATIONS).map((n) => {
    const token = { token_hash: `${n}`.padStart(64, randomUUID()) }
    return { ...visitorRow, ...token, id: undefined, external_id: randomUUID() }
  })
  await insert(Visitor.table, visitors)
  const made = await db.from(Visitor.table).where('tenant_id', world.tenantId).select('id')
  const conversations = made.slice(1).map(({ id }, n) => {
    const state = states[n % states.length]
    const status = STATUSES[state] ?? state
    const isOpen = ['pending', 'active', 'waiting', 'snoozed'].includes(state)
    return {
      ...row,
      id: undefined,
      external_id: randomUUID(),
      visitor_id: id,
      number: 5000 + n,
      open_key: isOpen ? id : null,
      folder: FOLDERS[state] ?? (isOpen ? 'open' : 'ended'),
      status,
      agent_id: n % 2 ? agent.id : null,
      last_message_at: new Date(Date.now() - n * 1000).toISOString().slice(0, 23).replace('T', ' '),
    }
  })
  await insert(Conversation.table, conversations)
  const [message] = await db.from(Message.table).where('conversation_id', conversation.id)
  const messages = range(CONVERSATIONS).map((n) => {
    const ids = { external_id: randomUUID(), client_message_id: randomUUID() }
    return { ...message, ...ids, id: undefined, seq: 100 + n }
  })
  await insert(Message.table, messages)
  await analyse(Conversation.table, Visitor.table, Message.table)
  return { agent, conversation, visitor }
}

const range = (length: number) => Array.from({ length }, (_, index) => index)

async function insert(table: string, rows: object[]) {
  for (let from = 0; from < rows.length; from += 200) {
    const part = rows.slice(from, from + 200).map((row) => {
      return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
    })
    await db.table(table).multiInsert(part)
  }
}

test.group('How the database finds things', (group) => {
  let world: ChatWorld
  let filled: Awaited<ReturnType<typeof fill>>
  group.setup(async () => {
    world = await ChatWorld.create()
    filled = await fill(world)
  })

  for (const filter of INBOX_FILTERS) {
    test(`the inbox's "${filter}" reads an index in order, on every page`, async ({ assert }) => {
      const request = { filter, agentId: filled.agent.id, limit: 25 }
      const first = await world.chat.inbox.list(world.tenantId, request)
      assert.lengthOf(first.conversations, 25)
      for (const cursor of [null, first.nextCursor]) {
        const [list] = await statementsOf(() =>
          world.chat.inbox.list(world.tenantId, { ...request, cursor })
        )
        const plan = await planOf(list)
        assert.isEmpty(costly(plan), textOf(plan))
        assert.equal(plan.find(({ index }) => index)?.index, indexOf(filter))
      }
    })
  }

  test('pages follow each other without a gap or a repeat', async ({ assert }) => {
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const request = { filter: 'open', agentId: null, limit: 100, cursor } as const
      const page: any = await world.chat.inbox.list(world.tenantId, request)
      seen.push(...page.conversations.map(({ id }: Conversation) => id))
      cursor = page.nextCursor
    } while (cursor)
    const open = await Conversation.query()
      .where({ tenant_id: world.tenantId, folder: 'open' })
      .orderBy('last_message_at', 'desc')
      .orderBy('id', 'desc')
    assert.deepEqual(
      seen,
      open.map(({ id }) => id)
    )
  })

  test('what a message needs is looked up by index', async ({ assert }) => {
    const { browser, conversation } = await world.chatting()
    const statements = await statementsOf(async () => {
      await browser.say(conversation.externalId)
      await browser.start()
      await browser.thread(conversation.externalId, '?after=1')
      await browser.thread(conversation.externalId)
      await browser.post('/session')
      await browser.post(`/conversations/${conversation.externalId}/read`, { seq: 1 })
    })
    /** A team's agents are so few that the database rightly reads all of them. */
    const reads = statements.filter(({ sql }) => {
      return /^select/i.test(sql) && !sql.includes(Agent.table)
    })
    for (const read of reads) {
      const plan = await planOf(read)
      const isTiny = plan.some((step) => /const tables|no matching row/i.test(step.text))
      if (!isTiny) assert.isEmpty(costly(plan), `${read.sql}\n${textOf(plan)}`)
    }
    assert.isAbove(reads.filter(({ sql }) => sql.includes(Message.table)).length, 2)
  })

  test('unread counts and rows to refresh are looked up by index', async ({ assert }) => {
    const { inbox } = world.chat
    const statements = await statementsOf(async () => {
      await inbox.counts(world.tenantId, { agentId: filled.agent.id })
      await inbox.unread(world.tenantId, filled.agent.id)
      await inbox.rows(world.tenantId, [filled.conversation.externalId], {
        filter: 'open',
        agentId: filled.agent.id,
      })
      await inbox.earlierThan(filled.conversation, 5)
    })
    for (const statement of statements.filter(({ sql }) => sql.includes(Conversation.table))) {
      const plan = await planOf(statement)
      assert.isEmpty(costly(plan), `${statement.sql}\n${textOf(plan)}`)
    }
  })
})
