import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { PastChat } from './plan.js'
import { conversationRow, visitorRow, type Row, type Stage } from './rows.js'
import { threadOf } from './thread.js'
import { Agent, Conversation, Message, Visitor } from 'adonis-crm-chat'
import { nextConversationNumber } from 'adonis-crm-chat/importing'

/**
 * Writes conversations that are over, in as many statements as there are tables: playing hundreds of
 * them would delay the demo.
 */
export function writePast(db: Database, chats: PastChat[], stage: Stage) {
  if (chats.length === 0) return Promise.resolve()
  return db.transaction(async (trx) => {
    const visitors = await added(
      Visitor.table,
      chats.map((chat, index) => visitorRow(chat, index, stage)),
      trx
    )
    const rows: Row[] = []
    for (const [index, chat] of chats.entries()) {
      const { tenantId } = stage.agents[chat.agent]
      const number = await nextConversationNumber(tenantId, trx)
      rows.push({ ...conversationRow(chat, stage), number, visitor_id: visitors[index] })
    }
    const conversations = await added(Conversation.table, rows, trx)
    const messages = chats.flatMap((chat, index) => {
      const place = { conversation_id: conversations[index], visitorId: visitors[index] }
      return threadOf(chat, stage.agents[chat.agent], place)
    })
    await added(Message.table, messages, trx)
    for (const chat of chats) await count(chat, stage, trx)
  })
}

/** Puts rows into a table, and answers with their ids. */
async function added(table: string, rows: Row[], trx: TransactionClientContract) {
  const AT_A_TIME = 100
  const ids = new Map<string, number>()
  for (let from = 0; from < rows.length; from += AT_A_TIME) {
    const some = rows.slice(from, from + AT_A_TIME)
    await trx.table(table).multiInsert(some)
    const externalIds = some.map((row) => row.external_id)
    const found = await trx.from(table).whereIn('external_id', externalIds)
    for (const { id, external_id: externalId } of found) ids.set(externalId, id)
  }
  return rows.map((row) => ids.get(row.external_id)!)
}

async function count(
  { agent, rating }: PastChat,
  { agents }: Stage,
  trx: TransactionClientContract
) {
  await Agent.query({ client: trx })
    .where('id', agents[agent].id)
    .increment({
      total_chats_count: 1,
      total_rating: rating?.stars ?? 0,
      ratings_count: rating ? 1 : 0,
    })
}
