import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { toSqlUtc } from '#chat/models/columns'
import { ChatWorld } from '#tests/helpers/chat_world'

/** More than one SQLite statement takes values. */
const UNREAD = 33_000

test.group('A visitor who has written a great deal', () => {
  test(`${UNREAD} unread messages are read by the reply to them`, async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { conversation, visitor } = await world.chatting()
    await addUnread(conversation, visitor.id)
    const { message } = await world.reply(conversation, agent, 'I have read all of it')

    assert.isAbove(message.seq, UNREAD)
    const unread = await Message.query()
      .where({ conversation_id: conversation.id, sender_type: 'visitor' })
      .whereNull('read_at')
    assert.isEmpty(unread)
    assert.equal((await world.stored(conversation)).agentUnreadCount, 0)
  }).timeout(60_000)
})

async function addUnread({ id, tenantId }: Conversation, visitorId: number) {
  const rows = Array.from({ length: UNREAD }, (_, index) => ({
    external_id: randomUUID(),
    tenant_id: tenantId,
    conversation_id: id,
    seq: index + 2,
    sender_type: 'visitor',
    sender_id: visitorId,
    sender_name: 'Visitor',
    visibility: 'public',
    type: 'text',
    content: 'And another thing',
    created_at: toSqlUtc(DateTime.utc()),
  }))
  await db.transaction(async (trx) => {
    while (rows.length) await trx.table(Message.table).multiInsert(rows.splice(0, 250))
    await Conversation.query({ client: trx })
      .where('id', id)
      .update({ last_seq: UNREAD + 1, agent_unread_count: UNREAD + 1 })
  })
}
