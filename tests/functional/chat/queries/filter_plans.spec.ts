import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { chatTable } from '#chat/models/chat_model'
import Conversation from '#chat/models/conversation'
import Label from '#chat/models/label'
import Visitor from '#chat/models/visitor'
import { encodeCursor } from '#chat/services/inbox/page_cursor'
import { INBOX_SORTS } from '#chat/services/inbox/inbox_order'
import type { InboxFilter, InboxConditions } from '#chat/services/inbox/inbox_scope'
import { ChatWorld } from '#tests/helpers/chat_world'
import { analyse, planOf, textOf } from '#tests/helpers/plans/plan_of'
import type { PlanStep } from '#tests/helpers/plans/plan_step'
import { statementsOf } from '#tests/helpers/statements'

const CONVERSATIONS = 3000
/** One in so many is rare in every respect, and the oldest of all. */
const RARE = 40
const labelled = chatTable('conversation_labels')

/**
 * Steps that read a whole table, or sort what an index could have given in order. MariaDB rather
 * sorts a handful of rows than reading them in order, and is right.
 */
const costly = (steps: PlanStep[]) =>
  steps.filter(({ readsAll, sorts, rows }) => (readsAll || sorts) && rows > RARE)

const range = (length: number) => Array.from({ length }, (_, index) => index)

async function insert(table: string, rows: Record<string, unknown>[]) {
  for (let from = 0; from < rows.length; from += 200) {
    await db.table(table).multiInsert(rows.slice(from, from + 200))
  }
}

/** Many open and ended conversations of one kind, and few of another that lie below all of them. */
async function fill(world: ChatWorld) {
  const [agent, rareAgent] = [await world.agent(), await world.agent('Rare')]
  const rareWidget = await world.addWidget({ name: 'Rare' })
  const [label, rareLabel] = await Promise.all(
    ['Usual', 'Rare'].map((name) =>
      world.chat.labels.create(world.tenantId, { name, color: '#dc2626' })
    )
  )
  const { visitor, conversation } = await world.chatting()
  const [{ id: visitorId, ...visitorRow }] = await db.from(Visitor.table).where('id', visitor.id)
  const [{ id: rowId, ...row }] = await db.from(Conversation.table).where('id', conversation.id)
  if (!visitorId || !rowId) throw new Error('There is nothing to copy')
  await insert(
    Visitor.table,
    range(CONVERSATIONS).map(() => {
      const token = randomUUID().replaceAll('-', '').repeat(2)
      return { ...visitorRow, token_hash: token, external_id: randomUUID() }
    })
  )
  const visitors = await db.from(Visitor.table).where('tenant_id', world.tenantId).select('id')
  const at = (n: number) =>
    new Date(Date.now() - n * 1000).toISOString().slice(0, 23).replace('T', ' ')
  await insert(
    Conversation.table,
    visitors.slice(1).map(({ id }, n) => {
      const [isRare, isOpen] = [n >= CONVERSATIONS - RARE, n % 2 === 0]
      return {
        ...row,
        external_id: randomUUID(),
        visitor_id: id,
        number: 5000 + n,
        open_key: isOpen ? id : null,
        folder: isOpen ? 'open' : 'ended',
        status: isOpen ? 'active' : 'closed',
        priority: isRare ? 'urgent' : 'normal',
        widget_id: isRare ? rareWidget.id : row.widget_id,
        agent_id: isRare ? rareAgent.id : agent.id,
        last_message_at: at(n),
        waiting_since: isOpen && n % 4 === 0 ? at(n) : null,
        is_labelled: true,
      }
    })
  )
  const made = await db.from(Conversation.table).where('tenant_id', world.tenantId).orderBy('id')
  await insert(
    labelled,
    made.map((each) => ({
      conversation_id: each.id,
      label_id: each.priority === 'urgent' ? rareLabel.id : label.id,
      in_folder: each.folder,
      in_status: each.status,
      in_agent_id: each.agent_id,
      in_widget_id: each.widget_id,
      in_priority: each.priority,
      in_waiting_since: each.waiting_since,
      sorted_at: each.last_message_at,
    }))
  )
  await analyse(Conversation.table, labelled)
  const usual = { widgetId: row.widget_id, assigneeId: agent.id, labelId: label.id }
  const rare = { widgetId: rareWidget.id, assigneeId: rareAgent.id, labelId: rareLabel.id }
  return { agent, usual, rare }
}

test.group('How the database finds things under several filters', (group) => {
  let world: ChatWorld
  let filled: Awaited<ReturnType<typeof fill>>
  group.setup(async () => {
    world = await ChatWorld.create()
    filled = await fill(world)
  })

  const kinds: [string, (which: 'usual' | 'rare') => InboxConditions][] = [
    ['widget', (which) => ({ widgetId: filled[which].widgetId })],
    ['label', (which) => ({ labelId: filled[which].labelId })],
    ['agent', (which) => ({ assigneeId: filled[which].assigneeId })],
    ['priority', (which) => ({ priority: which === 'rare' ? 'urgent' : 'normal' })],
    ['all of them', (which) => ({ ...filled[which] })],
  ]
  for (const [name, conditionsOf] of kinds) {
    test(`${name}: an index in order, on every page, for what is usual and what is rare`, async ({
      assert,
    }) => {
      for (const which of ['usual', 'rare'] as const) {
        for (const filter of ['open', 'closed'] satisfies InboxFilter[]) {
          const scope = {
            filter,
            agentId: filled.agent.id,
            conditions: conditionsOf(which),
            limit: 10,
          }
          const first = await world.chat.inbox.list(world.tenantId, scope)
          assert.lengthOf(first.conversations, 10)
          for (const cursor of [null, first.nextCursor]) {
            const [list] = await statementsOf(() =>
              world.chat.inbox.list(world.tenantId, { ...scope, cursor })
            )
            const plan = await planOf(list)
            assert.isEmpty(costly(plan), `${which} ${filter}\n${textOf(plan)}`)
          }
        }
      }
    })
  }

  for (const sort of INBOX_SORTS) {
    test(`sorted by ${sort}: an index in order, on every page`, async ({ assert }) => {
      const alternatives = [{}, { labelId: filled.usual.labelId }]
      for (const conditions of alternatives) {
        for (const filter of ['open', 'closed'] satisfies InboxFilter[]) {
          const scope = { filter, agentId: null, conditions, sort, limit: 10 }
          const first = await world.chat.inbox.list(world.tenantId, scope)
          for (const cursor of [null, first.nextCursor]) {
            const lists = await statementsOf(() =>
              world.chat.inbox.list(world.tenantId, { ...scope, cursor })
            )
            for (const list of lists.filter(({ sql }) => /order by/i.test(sql)).slice(0, -1)) {
              const plan = await planOf(list)
              assert.isEmpty(costly(plan), `${sort} ${filter}\n${textOf(plan)}`)
            }
          }
        }
      }
    })
  }

  test('a page far down is entered at its cursor, not walked to from the top', async ({
    assert,
  }) => {
    const { widgetId, assigneeId } = filled.usual
    const moment = DateTime.utc().minus({ seconds: CONVERSATIONS / 2 })
    const cursor = encodeCursor({ moment, id: 1 })
    for (const conditions of [{ widgetId }, { assigneeId }, { priority: 'normal' as const }]) {
      const scope = { filter: 'closed' as const, agentId: null, conditions, limit: 10, cursor }
      const [list] = await statementsOf(() => world.chat.inbox.list(world.tenantId, scope))
      const plan = await planOf(list)
      assert.isTrue(
        plan.some(({ isRange, isCovered }) => isRange && isCovered),
        textOf(plan)
      )
    }
  })

  test('what is rare is read from its own index, not searched for among the others', async ({
    assert,
  }) => {
    const own: [InboxConditions, string][] = [
      [{ widgetId: filled.rare.widgetId }, 'chat_conversations_widget_index'],
      [{ assigneeId: filled.rare.assigneeId }, 'chat_conversations_agent_index'],
      [{ priority: 'urgent' }, 'chat_conversations_priority_index'],
      [{ labelId: filled.rare.labelId }, 'chat_label_lists_'],
      [{ labelId: filled.usual.labelId, priority: 'urgent' }, 'chat_label_lists_priority_index'],
    ]
    for (const [conditions, index] of own) {
      for (const filter of ['open', 'closed'] as const) {
        const scope = { filter, agentId: null, conditions, limit: 10 }
        const [list] = await statementsOf(() => world.chat.inbox.list(world.tenantId, scope))
        const plan = await planOf(list)
        const read = plan.find((step) => step.index && step.table !== Label.table)
        assert.include(read?.index, index, `${filter}\n${textOf(plan)}`)
      }
    }
  })
})
