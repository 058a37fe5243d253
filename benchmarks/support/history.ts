import type { ApplicationService } from '@adonisjs/core/types'
import { chatTable } from '#chat/models/chat_model'
import { dialectOf, statementsFor, FIRST_NUMBER, type HistoryOf } from './history_statements.js'

const CONVERSATIONS_PER_STATEMENT = 5_000

/**
 * Years of chat, written by the database itself: conversations of ten messages, one visitor each;
 * three in ten open, one in ten archived, shared out among six agents and the queue; nine in ten answered,
 * six resolved, three rated. Every second one carries the usual label, and one in five hundred is rare in
 * every respect. Answers with the id of one in the middle.
 */
export async function addHistory(app: ApplicationService, of: HistoryOf, conversations: number) {
  const db = await app.container.make('lucid.db')
  const trx = await db.transaction()
  try {
    for (const statement of dialectOf(trx).session) await trx.rawQuery(statement)
    for (let from = 0; from < conversations; from += CONVERSATIONS_PER_STATEMENT) {
      const to = Math.min(from + CONVERSATIONS_PER_STATEMENT, conversations)
      for (const statement of statementsFor(trx, of, from, to)) await trx.rawQuery(statement)
    }
    await trx.commit()
  } catch (error) {
    await trx.rollback()
    throw error
  }
  const tables = ['visitors', 'conversations', 'conversation_labels', 'messages'].map(chatTable)
  const { analyze } = dialectOf(db.connection())
  for (const table of tables) await db.rawQuery(`${analyze} ${table}`)
  const middle = { number: FIRST_NUMBER + Math.floor(conversations / 2) }
  const found = await db.from(chatTable('conversations')).where(middle).first()
  return (found?.external_id as string | undefined) ?? null
}
