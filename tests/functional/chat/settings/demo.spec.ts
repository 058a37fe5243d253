import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import User from '#crm/models/user'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import Widget from '#chat/models/widget'
import { CONVERSATION_STATUSES } from '#chat/services/conversations/status_rules'
import { seedChatDemo } from '#database/seeders/chat/seed'
import { loads } from '../routing/team.js'
import { ChatWorld, PASSWORD } from '#tests/helpers/chat_world'

const TENANT = 'default'

test.group('Demo data', (group) => {
  group.each.setup(async () => {
    const clear = async () => {
      await Widget.query().where('tenant_id', TENANT).delete()
      await User.query().where('tenant_id', TENANT).delete()
    }
    await clear()
    return clear
  })

  async function hire() {
    for (const name of ['admin', 'agent', 'agent2']) {
      await User.create({
        tenantId: TENANT,
        fullName: name,
        email: `${name}@example.com`,
        password: PASSWORD,
        role: 'owner',
        isActive: true,
      })
    }
  }

  test('fills an empty chat once, as if it had happened over the last days', async ({ assert }) => {
    await hire()
    const { chat } = await ChatWorld.create()
    assert.isTrue(await seedChatDemo(chat))
    assert.isFalse(await seedChatDemo(chat))

    const conversations = await Conversation.query().where('tenant_id', TENANT)
    assert.isAbove(conversations.length, 250)
    assert.isAbove(conversations.filter((each) => each.messageCount >= 150).length, 1)
    const statuses = new Set(conversations.map(({ status }) => status))
    assert.sameMembers([...statuses], [...CONVERSATION_STATUSES])
    const waiting = conversations.filter(({ waitingSince }) => waitingSince)
    assert.isAbove(waiting.length, 4)

    const messages = await Message.query()
      .where('tenant_id', TENANT)
      .orderBy('conversation_id')
      .orderBy('seq')
    for (const [index, message] of messages.entries()) {
      const before = messages[index - 1]
      assert.isTrue(message.createdAt <= DateTime.utc())
      if (before?.conversationId === message.conversationId) {
        assert.isTrue(before.createdAt <= message.createdAt, `${message.conversationId}`)
      }
    }
    const dayAgo = DateTime.utc().minus({ days: 1 })
    const { kept, counted } = await loads(TENANT)
    assert.deepEqual(kept, counted)
    const roster = await chat.agents.roster.list(TENANT)
    assert.lengthOf(roster, 2)
    assert.isTrue(roster.some(({ scope }) => scope.departmentIds.length > 0))

    const { metrics, agents } = await chat.analytics.report(TENANT, { period: '30d' })
    assert.isAbove(metrics.started, 150)
    assert.isAbove(metrics.response.p90!, 2 * metrics.response.median!)
    assert.isAbove(metrics.resolution.p90!, 2 * metrics.resolution.median!)
    assert.isAbove(metrics.rating.average!, 3.5)
    assert.isBelow(metrics.rating.average!, 4.9)
    assert.isAbove(agents.filter(({ metrics: { rating } }) => rating.count > 5).length, 2)
    const numbers = conversations.filter(({ createdAt }) => createdAt < dayAgo)
    const inOrder = [...numbers].sort((left, right) => +left.createdAt - +right.createdAt)
    for (const [index, { number }] of inOrder.entries()) {
      assert.isAtLeast(number, inOrder[index - 1]?.number ?? 0)
    }
    assert.isAbove(conversations.filter(({ createdAt }) => createdAt < dayAgo).length, 20)
  }).timeout(60_000)

  test('waits until there is an agent to answer', async ({ assert }) => {
    const { chat } = await ChatWorld.create()
    assert.isFalse(await seedChatDemo(chat))
    assert.isNull(await Widget.query().where('tenant_id', TENANT).first())
  })
})
